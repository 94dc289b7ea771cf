import { type Engine, runQuery } from '../engine/runner.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type IndicatorSample = {
  by: string
  clause: string
  unit: string
  min: number | null
  max: number | null
  per: string
  evidence: string | null
  reason: string
  on: IsoDate
  /** Absent where the other side has not answered yet. */
  agreedOn?: IsoDate
}
type Duties = { duties: { id: string; clausePath: string; indicators: { id: string; digest: string; version: number }[] }[] }

/** How the sides measure duties that the text leaves without a number: written by an officer, sent by the leader, answered by the other. */
export async function loadIndicators(engine: Engine, people: People, programmeId: string): Promise<void> {
  const who = (username: string): Actor => people.actors.get(username)!
  const duties = async (actor: Actor) => ((await runQuery(engine, actor, 'plans.indicators', { programmeId })) as Duties).duties
  for (const { by, clause, on, agreedOn, ...fields } of await readSample<IndicatorSample[]>('chi-tieu.json')) {
    const ours = who(by).bodyId === who('minh').bodyId
    const [leader, partner] = ours ? [who('minh'), who('hoa')] : [who('hoa'), who('minh')]
    const duty = (await duties(who(by))).find(one => one.clausePath === clause)
    if (!duty) throw new Error(`samples/chi-tieu.json names a clause without a duty: ${clause}`)
    const indicatorId = newId()
    await onDay(engine, on)(who(by), 'plans.propose-indicator', { indicatorId, commitmentId: duty.id, ...fields })
    await onDay(engine, on)(leader, 'plans.share-indicator', { indicatorId, version: 1 })
    if (!agreedOn) continue
    const seen = (await duties(partner)).flatMap(one => one.indicators).find(one => one.id === indicatorId)!
    const { digest, version } = seen
    await onDay(engine, agreedOn)(partner, 'plans.agree-indicator', { indicatorId, version, digest })
  }
}
