import type { AnswerOf } from '../engine/query.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import type { endingLines } from '../features/renewal/queries/ending-lines.ts'
import { vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { keepPage, onDay } from './on-day.ts'
import type { People } from './seed-people.ts'

type Programmes = { programmes: { id: string; parties: unknown[] }[] }

/** The small programme is to go on in the large one from its last year on: proposed, and not yet agreed by all. */
export async function loadEndings(engine: Engine, people: People, intoId: string): Promise<void> {
  const lan = people.actors.get('lan')!
  const { programmes } = (await runQuery(engine, lan, 'programmes.list', {})) as Programmes
  const other = programmes.find(one => one.id !== intoId)
  if (!other) return
  const [today, effectiveOn] = [vietnamDate(engine.now()), '2030-01-01']
  const asked = { programmeId: other.id, intoId, effectiveOn }
  const { lines } = (await runQuery(engine, lan, 'renewal.ending-lines', asked)) as AnswerOf<typeof endingLines>
  const words = 'Các bên thống nhất hợp nhất chương trình phối hợp.\n'
  const fileId = await keepPage(engine, lan, onDay(engine, today), 'thong-bao-hop-nhat.txt', words)
  const reason = 'Hai chương trình có nhiều nội dung trùng nhau, cùng một đầu mối thực hiện'
  const paper = { number: '15/TB-MTTQ', date: today, fileId }
  const input = { endingId: newId(), ...asked, reason, paper, lines: lines.map(line => line.proposed) }
  await runCommand(engine, lan, { commandId: newId(), name: 'renewal.propose-ending', input })
}
