import type { ReadDb } from '../../engine/db/database.ts'
import { Refusal, refuseIf } from '../../kernel/refusal.ts'
import { getProgramme } from '../programmes/index.ts'
import type { Duty } from './contract.ts'
import { daysFor, dutiesBetween, informingProgrammes } from './load-duties.ts'
import { whyNotYear } from './rules.ts'

type Asked = { programmeId: string; year: number; dutyKey: string }

/** What is owed for a period, of what concerns a body. Refuses a year outside the programme and what nobody owes. */
export async function getDuty(db: ReadDb, { programmeId, year, dutyKey }: Asked, bodyId: string): Promise<Duty> {
  const row = await getProgramme(db, programmeId)
  refuseIf(whyNotYear(year, { periodFrom: row.period_from, periodTo: row.period_to }))
  const [programme] = await informingProgrammes(db, programmeId)
  const duties = programme ? dutiesBetween(programme, year, await daysFor(db, [year]), bodyId) : []
  const duty = duties.find(one => one.key === dutyKey)
  if (!duty) throw new Refusal('exchange.no-such-duty')
  return duty
}
