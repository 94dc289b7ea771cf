import type { QueryContext } from '../../engine/query.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { getBody, leaderOf } from '../agencies/index.ts'
import { DOTS } from '../documents/index.ts'
import { clockTerm } from './due.ts'
import { fieldNames } from './fields.ts'
import type { Cited, LetterContent } from './letters.ts'
import { listRoutes, proposeAddressees } from './routes.ts'
import { HANDLE, whyNotHandle } from './rules.ts'
import { getPetition, placeNames } from './store.ts'
import { ORIGIN_NAMES } from './words.ts'

/** What a letter on a petition would say today, for the unit that handles it. */
export async function loadLetter(
  { db, acting, today }: QueryContext,
  petitionId: string,
  kind: LetterContent['kind'],
): Promise<LetterContent> {
  const petition = await getPetition(db, petitionId, acting)
  refuseIf(whyNotHandle(acting, petition, HANDLE))
  if (!petition.content) throw new Refusal('not-found', { what: 'petition' })
  const body = await getBody(db, petition.bodyId)
  const leader = await leaderOf(db, petition.bodyId)
  const steps = await stepsOf(db, petitionId)
  const names = await placeNames(db, [petition.content.placeId])
  const proposed = proposeAddressees(await listRoutes(db), {
    field: petition.field,
    communeId: petition.communeId,
    day: today,
  })[0]
  const level = petition.addresseeLevel ?? proposed?.level ?? 'province'
  const lastCheck = steps.findLast(step => step.kind === 'check')
  const lastAnswer = steps.findLast(step => step.kind === 'answer')
  return {
    kind,
    from: { name: body.name, symbol: body.symbol, kind: body.kind, place: body.place, superior: body.superior, signer: leader },
    to: petition.addressee ?? proposed?.addressee ?? DOTS,
    subject: petition.subject,
    field: (await fieldNames(db)).get(petition.field) ?? '',
    place: names.get(petition.content.placeId) ?? '',
    text: petition.content.text,
    origin: ORIGIN_NAMES[petition.origin],
    voices: petition.voices,
    receivedOn: petition.receivedOn,
    due:
      kind === 'forward' && petition.state === 'received'
        ? await clockTerm(db, { origin: petition.origin, level, day: today })
        : petition.dueOn
          ? { on: petition.dueOn, basis: petition.dueBasis! }
          : null,
    earlier: steps.filter(step => step.kind === 'forward' || step.kind === 'urge').map(asCited),
    unsettled:
      petition.state === 'not-settled'
        ? { answer: lastAnswer ? asCited(lastAnswer) : null, said: lastCheck?.summary ?? '' }
        : null,
    day: today,
  }
}

const asCited = (step: { paper_number: string | null; paper_date: string | null; day: string }): Cited => ({
  number: step.paper_number,
  date: step.paper_date,
  day: step.day,
})

/** The steps that stand, the earliest first. */
export const stepsOf = (db: QueryContext['db'], petitionId: string) =>
  db
    .selectFrom('petition_step')
    .selectAll()
    .where('petition_id', '=', petitionId)
    .where('taken_back_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
