import type { ReadDb } from '../../../engine/db/database.ts'
import { type QueryContext, query } from '../../../engine/query.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { leaderOf } from '../../agencies/index.ts'
import { signatureFor } from '../../documents/index.ts'
import { citeProgramme, getProgramme } from '../../programmes/index.ts'
import { calmTitle, getReview, reviewName } from '../../reviews/index.ts'
import { dispatchesOf } from '../dispatch/store.ts'
import { PREPARE, whyNotAmend } from '../rules.ts'
import { citationOf, getPaper, type PaperRow } from '../store.ts'
import { titleOf } from '../words.ts'
import { groundInput } from '../writing/contract.ts'
import { issuersOf } from '../writing/ground.ts'

type Signer = { name: string; post: string }

/** What a form begins with: who may issue the paper and who signs for each, and what is known of its matter. */
export const writing = query({
  name: 'papers.writing',
  permission: { roles: PREPARE.roles, reach: 'party' },
  input: groundInput,
  run: async (context, { paperId, reviewId, programmeId }) => {
    const { db, acting, today } = context
    const amended = paperId ? await getPaper(db, paperId) : null
    const review = reviewId ? await getReview(db, reviewId) : null
    const serves = amended?.programmeId ?? review?.programmeId ?? programmeId ?? null
    const programme = serves ? await getProgramme(db, serves) : null
    const own = typeof acting === 'string' ? '' : acting.bodyId
    const issuers = await issuersOf(context, serves, amended)
    const signers = amended ? signedFor(amended) : serves ? await lastSigners(db, serves) : new Map<string, Signer>()
    const ours = await leaderOf(db, own)
    if (ours) signers.set(own, { name: ours.name, post: ours.post })
    return {
      today,
      own,
      programmeId: serves,
      about: amended ? (citationOf(amended) ?? titleOf(amended)) : programme ? citeProgramme(programme) : '',
      /** Who writes it leads. */
      sides: issuers
        .toSorted((a, b) => Number(b.bodyId === own) - Number(a.bodyId === own))
        .map(({ bodyId, name, shortName }) => ({ bodyId, name, shortName, signer: signers.get(bodyId) ?? null })),
      event: programme ? `${meetingOf(review)} thực hiện ${calmTitle(programme.title)}` : '',
      chair: chairOf(issuers.find(issuer => issuer.bodyId === own)?.name, ours),
      addressees: amended ? await receivedBy(context, amended) : [],
      can: { write: amended ? whyNotAmend(acting, amended, { as: 'corrects', kind: 'CV' }) : (null as WhyNot) },
    }
  },
})

const meetingOf = (review: Awaited<ReturnType<typeof getReview>> | null): string =>
  review ? `Hội nghị ${reviewName(review.period)}` : 'Họp Tổ công tác'

/** "Đồng chí Lò Văn Minh, Phó Chủ tịch Ủy ban …": a post is one of the body, not of the organ that stands for it. */
const chairOf = (name: string | undefined, leader: Signer | null): string =>
  name && leader ? `Đồng chí ${leader.name}, ${leader.post} ${signatureFor({ name }, 'nd30', leader).body}` : ''

/** As the corrected paper was signed: its signatures stand in the order of its sides. */
const signedFor = ({ parties, signers }: PaperRow): Map<string, Signer> =>
  parties.length === signers.length
    ? new Map(parties.map((party, at) => [party.bodyId, { name: signers[at]!.name, post: signers[at]!.position }]))
    : new Map()

/** Who signed last for each side, as recorded when it agreed to something of the programme. */
async function lastSigners(db: ReadDb, programmeId: string): Promise<Map<string, Signer>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['body_id', 'signer_name', 'signer_post'])
    .where('programme_id', '=', programmeId)
    .where('signer_name', 'is not', null)
    .orderBy('at')
    .execute()
  return new Map(rows.map(row => [row.body_id, { name: row.signer_name!, post: row.signer_post ?? '' }]))
}

/** To whom the paper went, else to whom it is addressed: they are told of what was wrong in it. */
async function receivedBy({ db }: QueryContext, { id, recipients, written }: PaperRow): Promise<string[]> {
  const sent = await dispatchesOf(db, id)
  if (sent.length > 0) return [...new Set(sent.map(one => one.toName))]
  if (written?.form === 'invitation') return written.guests
  return recipients.filter(line => !/^(?:[-–\s]*)(?:lưu|như trên)(?!\p{L})/iu.test(line))
}
