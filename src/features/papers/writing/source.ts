import type { QueryContext } from '../../../engine/query.ts'
import { Refusal, type WhyNot } from '../../../kernel/refusal.ts'
import type { Issue, Paper, Wording } from '../../documents/index.ts'
import { citationOf } from '../store.ts'
import { agreementOf } from './agreement.ts'
import type { Written } from './contract.ts'
import { correctionLetter } from './correction.ts'
import { type Issuer, issuersOf, servedBy } from './ground.ts'
import { invitationOf } from './invitation.ts'

type WrittenSource = {
  paper: Paper
  programmeId: string | null
  parties: { bodyId: string; name: string }[]
  ready: WhyNot
  wording?: Wording
}

/** The paper as it was written, from what stands with it. Refuses 'not-found'. */
export async function writtenSource(context: QueryContext, paperId: string, words?: string[]): Promise<WrittenSource> {
  const found = await context.db.selectFrom('paper').select('written').where('id', '=', paperId).executeTakeFirst()
  if (!found?.written) throw new Refusal('not-found', { what: 'paper' })
  return setWritten(context, found.written as unknown as Written, words)
}

/** What was written under the letterhead of its day, by the sides that issue it. */
export async function setWritten(context: QueryContext, written: Written, words?: string[]): Promise<WrittenSource> {
  const { amended, programmeId } = await servedBy(context.db, written)
  const issuers = await issuersOf(context, programmeId, amended)
  const parties = written.sides.flatMap(({ bodyId }) => issuers.find(issuer => issuer.bodyId === bodyId) ?? [])
  const issue = issueOf(parties, written, context.today)
  const stands = { programmeId, parties, ready: null }
  if (written.form === 'invitation') return { ...stands, paper: invitationOf(issue, written) }
  if (written.form === 'agreement') return { ...stands, paper: agreementOf(issue, written) }
  const { kind, dated, subject, state } = amended!
  const cited = { kind, dated: dated!, subject, cited: citationOf(amended!)! }
  const ready = state === 'issued' ? null : { code: 'papers.not-issued' }
  return { ...stands, ready, ...correctionLetter(issue, cited, written, words) }
}

const issueOf = (parties: readonly Issuer[], { sides }: Written, day: string): Issue => ({
  bodies: parties.map(party => {
    const { name, post } = sides.find(side => side.bodyId === party.bodyId)!
    return { ...party, signer: { name, post } }
  }),
  day,
})
