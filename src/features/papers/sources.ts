import type { QueryContext } from '../../engine/query.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import type { Paper } from '../documents/index.ts'
import { loadPapers, planPaper } from '../plans/index.ts'
import { amendmentPaper, loadAmendment, partiesOn } from '../programmes/index.ts'
import { getReview, type LoadedReview, reviewExport } from '../reviews/index.ts'
import type { SourceKind } from './contract.ts'

/** `ready`: why it cannot become a paper yet. `parties`: who issues it, the lead first. */
export type Source = {
  paper: Paper
  programmeId: string
  parties: { bodyId: string; name: string }[]
  ready: WhyNot
}
type Context = Pick<QueryContext, 'db' | 'acting' | 'now' | 'today'>
type Load = (context: Context, id: string) => Promise<Source>

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

const SOURCES: Partial<Record<SourceKind, Load>> = { review, plan, amendment }

/** The paper that a record is set as, within rights. Refuses 'not-found'. */
export async function loadSource(context: Context, kind: SourceKind, id: string): Promise<Source> {
  const load = SOURCES[kind]
  if (!load) throw new Refusal('not-found', { what: 'source' })
  return load(context, id)
}

/** Where the record stands that a paper was set from; null where it was handed in. */
export const addressOf = ({
  sourceKind,
  sourceId,
  programmeId,
}: {
  sourceKind: SourceKind
  sourceId: string
  programmeId: string | null
}) =>
  ({
    review: `/bao-cao/${sourceId}`,
    plan: `/ke-hoach/${sourceId}`,
    amendment: `/chuong-trinh/${programmeId}/dieu-chinh/${sourceId}`,
    file: null,
  })[sourceKind]
