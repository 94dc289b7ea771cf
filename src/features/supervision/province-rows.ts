import type { Tx } from '../../engine/db/database.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** Dated rows that a province adds to the law's. */
type Table = 'supervision_clock' | 'supervision_report_term' | 'supervision_check'

/** Lets a row of the province hold up to yesterday. Refuses 'not-found' where none such holds. */
export async function endRow(tx: Tx, table: Table, id: string, today: IsoDate): Promise<IsoDate> {
  const found = await tx
    .selectFrom(table)
    .select('valid_from')
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', { what: 'clock' })
  const yesterday = addDays(today, -1)
  const valid_to = found.valid_from > yesterday ? found.valid_from : yesterday
  await tx.updateTable(table).set({ valid_to }).where('id', '=', id).execute()
  return valid_to
}
