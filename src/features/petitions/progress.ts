import type { Database } from '../../engine/db/database.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { type PetitionState, slipCode } from './contract.ts'
import { isAway } from './rules.ts'

/** What a slip tells: where a matter stands, since when, and with which body. No subject, no place, nobody. */
export type Progress = {
  state: PetitionState
  receivedOn: IsoDate
  since: IsoDate
  dueOn: IsoDate | null
  answeredOn: IsoDate | null
  settledOn: IsoDate | null
  confirmedOn: IsoDate | null
  holder: string
}

/** The progress behind the code of a slip, however it is typed; null where it opens nothing. Asks nobody who they are. */
export async function progressOf(database: Database, typed: string): Promise<Progress | null> {
  const code = slipCode.safeParse(typed.toUpperCase().replace(/[\s-]/g, ''))
  if (!code.success) return null
  const row = await database.read('system', db =>
    db
      .selectFrom('petition')
      .innerJoin('body', 'body.id', 'petition.body_id')
      .select([
        'state',
        'received_on',
        'last_day',
        'due_on',
        'answered_on',
        'settled_on',
        'confirmed_on',
        'addressee',
        'body.name',
      ])
      .where('code', '=', code.data)
      .executeTakeFirst(),
  )
  if (!row) return null
  const state = row.state as PetitionState
  return {
    state,
    receivedOn: row.received_on,
    since: row.last_day,
    dueOn: row.due_on,
    answeredOn: row.answered_on,
    settledOn: row.settled_on,
    confirmedOn: row.confirmed_on,
    holder: isAway(state) ? row.addressee! : row.name,
  }
}
