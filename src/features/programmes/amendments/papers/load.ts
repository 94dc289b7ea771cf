import type { QueryContext } from '../../../../engine/query.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { leaderOf } from '../../../agencies/index.ts'
import { textOfDay } from '../../queries/text.ts'
import { getProgramme, partiesOn } from '../../store.ts'
import { getAmendment, textOn } from '../store.ts'

/** What the papers of an amendment are made of, read within rights. Of another side's leader nothing is known. */
export async function loadAmendment({ db, acting, today }: QueryContext, amendmentId: string) {
  const amendment = await getAmendment(db, amendmentId)
  const programme = await getProgramme(db, amendment.programmeId)
  const { clauses } = await textOn(db, amendment.programmeId, amendment.effectiveOn)
  const recipients = (programme.details as { recipients?: string[] } | null)?.recipients ?? []
  return {
    amendment,
    programme: {
      title: programme.title,
      kind: programme.kind,
      number: programme.number,
      date: programme.date,
      place: programme.place,
    },
    issuers: await partiesOn(db, amendment.programmeId, amendment.signedOn ?? today),
    labels: Object.fromEntries(clauses.map(clause => [clause.path, clause.label])),
    recipients,
    signer: typeof acting === 'string' ? null : await leaderOf(db, acting.bodyId),
    today,
  }
}
export type LoadedAmendment = Awaited<ReturnType<typeof loadAmendment>>

/** The text as it stands from the day of a signed amendment on, with its notes. */
export async function loadConsolidated(context: QueryContext, amendmentId: string) {
  const loaded = await loadAmendment(context, amendmentId)
  const { amendment } = loaded
  if (amendment.state !== 'signed') throw new Refusal('not-found', { what: 'consolidated' })
  return { ...loaded, text: await textOfDay(context.db, amendment.programmeId, amendment.effectiveOn) }
}
export type LoadedConsolidated = Awaited<ReturnType<typeof loadConsolidated>>
