import type { IsoDate } from '../kernel/dates.ts'
import { askTogether } from './db/together.ts'
import type { Deadline, DeadlineSource } from './feature.ts'
import type { QueryContext } from './query.ts'

/** What all of these have for whoever asks, up to a day, in their order. The questions of all are asked in one statement. */
export async function findDeadlines(
  context: QueryContext,
  sources: readonly DeadlineSource[],
  until: IsoDate,
): Promise<Deadline[]> {
  const asked = sources.map(source => ('ask' in source ? source.ask(context, until) : null))
  const answers = (
    await askTogether(
      context.db,
      asked.filter(one => one !== null),
    )
  ).values()
  const found: Deadline[] = []
  for (const [at, source] of sources.entries())
    if ('find' in source) found.push(...(await source.find(context, until)))
    else if (asked[at]) found.push(...answers.next().value!)
  return found
}
