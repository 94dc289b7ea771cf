import type { Insertable, Updateable } from 'kysely'
import type { CommandContext } from '../../engine/command.ts'
import { changeRow } from '../../engine/db/change-row.ts'
import type { Json, ReadDb } from '../../engine/db/database.ts'
import type { DB } from '../../engine/db/schema.generated.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { personOf } from '../../kernel/permissions.ts'
import { refuseIf } from '../../kernel/refusal.ts'
import type { StepKind } from './contract.ts'
import { whyNotDay, whyNotStep } from './rules.ts'
import { getPetition, type Petition } from './store.ts'

/** The columns that a step moves; kept with it, so that it can be taken back. */
const MOVED = [
  'state',
  'addressee',
  'addressee_level',
  'due_on',
  'due_basis',
  'last_day',
  'answered_on',
  'settled_on',
  'confirmed_on',
  'closed_on',
] as const
type Moved = (typeof MOVED)[number]

export type StepInput = { petitionId: string; version: number; stepId: string; day: string }
/** What a step writes: the petition as it stands after it, and what the step itself says. */
export type Taken = {
  change: Updateable<Pick<DB['petition'], Moved>>
  step?: Partial<Insertable<DB['petition_step']>>
}

/**
 * Takes one step: the rules say whether it may be taken on that day, `take` what it changes. One audit entry, without a word of
 * what was written.
 */
export async function takeStep(
  { tx, acting, now, today }: CommandContext,
  kind: StepKind,
  { petitionId, version, stepId, day }: StepInput,
  take: (petition: Petition) => Promise<Taken>,
) {
  const { accountId } = personOf(acting)
  const petition = await getPetition(tx, petitionId, acting)
  refuseIf(whyNotStep(acting, kind, petition, today) ?? whyNotDay(day, petition, today))
  const { change, step = {} } = await take(petition)
  const { version: after } = await changeRow(tx, 'petition', { id: petitionId, version }, { ...change, last_day: day })
  await tx
    .insertInto('petition_step')
    .values({
      id: stepId,
      petition_id: petitionId,
      body_id: petition.bodyId,
      unit_id: petition.unitId,
      kind,
      day,
      before: JSON.stringify(before(petition)),
      created_by: accountId,
      created_at: now,
      ...step,
    })
    .execute()
  const detail: Json = { step: kind, day, state: String(change.state) }
  return {
    result: { petitionId, stepId, version: after },
    audit: { kind: 'petition', id: petitionId, programme: petition.programmeId, detail },
  }
}

export type Before = Record<Exclude<Moved, 'state' | 'last_day'>, string | null> & { state: string; last_day: string }

const before = (petition: Petition): Before => ({
  state: petition.state,
  addressee: petition.addressee,
  addressee_level: petition.addresseeLevel,
  due_on: petition.dueOn,
  due_basis: petition.dueBasis,
  last_day: petition.lastDay,
  answered_on: petition.answeredOn,
  settled_on: petition.settledOn,
  confirmed_on: petition.confirmedOn,
  closed_on: petition.closedOn,
})

/** The day on which a petition was last sent on, which is what an answer answers; null where it never was. */
export async function askedOn(db: ReadDb, petitionId: string): Promise<IsoDate | null> {
  const row = await db
    .selectFrom('petition_step')
    .select('day')
    .where('petition_id', '=', petitionId)
    .where('kind', '=', 'forward')
    .where('taken_back_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.day ?? null
}
