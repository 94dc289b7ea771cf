import type { QueryContext } from '../../engine/query.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Paper, Wording } from '../documents/index.ts'
import { packageLetter, requestLetter, urgingLetter } from '../exchange/index.ts'
import { minutesPaper } from '../groups/index.ts'
import { commendationDecision } from '../honours/index.ts'
import { officialLetter } from '../petitions/index.ts'
import { loadPapers, planPaper } from '../plans/index.ts'
import { amendmentPaper, loadAmendment, partiesOn } from '../programmes/index.ts'
import { getReview, type LoadedReview, reviewExport } from '../reviews/index.ts'
import type { SourceKind } from './contract.ts'
import type { Written } from './writing/contract.ts'
import { writtenSource } from './writing/source.ts'

/** `ready`: why it cannot become a paper yet. `parties`: who issues it, the lead first. */
export type Source = {
  paper: Paper
  programmeId: string | null
  parties: { bodyId: string; name: string }[]
  ready: WhyNot
  /** Kept with the paper as it was written, for the unit (null: the whole body) and the clerk, who do not all see the record. */
  kept?: { unitId: string | null }
  /** Of a letter: what it says by default, and the facts that stand in it by name. */
  wording?: Wording
}
type Context = QueryContext
/** `words`: of a letter, what its officer has written in place of the default. */
type Load = (context: Context, id: string, words?: string[]) => Promise<Source>

const review: Load = async (context, id) => {
  const found = await getReview(context.db, id)
  const { paper } = (await reviewExport.load(context, id)) as LoadedReview
  const day = found.frozenAt ? vietnamDate(found.frozenAt) : context.today
  return {
    paper,
    programmeId: found.programmeId,
    parties: await partiesOn(context.db, found.programmeId, day),
    ready: found.state === 'frozen' ? null : { code: 'papers.review-open' },
  }
}

const plan: Load = async (context, id) => {
  const loaded = await loadPapers(context, id)
  const { plan: found } = loaded.budget
  return {
    paper: planPaper(loaded),
    programmeId: found.programmeId,
    parties: loaded.issuers,
    ready: found.state === 'agreed' ? null : { code: 'papers.plan-open' },
  }
}

const amendment: Load = async (context, id) => {
  const loaded = await loadAmendment(context, id)
  const { programmeId, state } = loaded.amendment
  return {
    paper: amendmentPaper(loaded),
    programmeId,
    parties: loaded.issuers,
    ready: state === 'agreed' ? null : { code: 'papers.amendment-open' },
  }
}

const petition =
  (kind: 'forward' | 'urge'): Load =>
  async (context, id, words) => {
    const { paper, bodyId, name, unitId, ready, wording } = await officialLetter(context, id, kind, words)
    return { paper, programmeId: null, parties: [{ bodyId, name }], ready, kept: { unitId }, wording }
  }

type SetKind = Exclude<SourceKind, 'file'>
const SOURCES: Record<SetKind, Load> = {
  review,
  plan,
  amendment,
  meeting: minutesPaper,
  request: requestLetter,
  'request-urging': urgingLetter,
  petition: petition('forward'),
  'petition-urging': petition('urge'),
  package: packageLetter,
  commendation: commendationDecision,
  written: writtenSource,
}

/** The paper that a record, or what was written, is set as, within rights. Refuses 'not-found'. */
export const loadSource = (context: Context, kind: SetKind, id: string, words?: string[] | null): Promise<Source> =>
  SOURCES[kind](context, id, words ?? undefined)

type Of = { sourceKind: SourceKind; sourceId: string; programmeId: string | null; written: Written | null }
/** Where the record stands that a paper was set from or is about; null where it was handed in. */
export const addressOf = ({ sourceKind, sourceId, programmeId, written }: Of) =>
  ({
    review: `/bao-cao/${sourceId}`,
    plan: `/ke-hoach/${sourceId}`,
    amendment: `/chuong-trinh/${programmeId}/dieu-chinh/${sourceId}`,
    meeting: `/cuoc-hop/${sourceId}`,
    request: `/trao-doi/de-nghi/${sourceId}`,
    'request-urging': `/trao-doi/de-nghi/${sourceId}`,
    petition: `/kien-nghi/${sourceId}`,
    'petition-urging': `/kien-nghi/${sourceId}`,
    package: `/trao-doi/${sourceId}`,
    commendation: `/thi-dua/${sourceId}`,
    written: written && addressOfWritten(written),
    file: null,
  })[sourceKind]

function addressOfWritten(written: Written): string {
  if (written.form === 'correction') return `/van-ban/${written.amends}`
  if (written.form === 'invitation' && written.reviewId) return `/bao-cao/${written.reviewId}`
  return `/chuong-trinh/${written.programmeId}/dau-moi`
}
