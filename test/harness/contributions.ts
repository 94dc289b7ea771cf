import { features } from '../../src/app/registry.ts'
import type { Deadline, Hit } from '../../src/engine/feature.ts'
import { findDeadlines } from '../../src/engine/find-deadlines.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import type { TestSite } from './site.ts'

/** What every feature says is due to somebody, as "Việc của tôi" collects it. */
export async function deadlinesOf({ engine }: TestSite, acting: Actor, until: string): Promise<Deadline[]> {
  const now = engine.now()
  const sources = features.flatMap(feature => feature.deadlines ?? [])
  return engine.database.read(acting, db => findDeadlines({ db, acting, now, today: vietnamDate(now) }, sources, until))
}

/** What every feature finds for accent-free words of a tsquery. */
export async function hitsOf({ engine }: TestSite, acting: Actor, words: string): Promise<Hit[]> {
  const now = engine.now()
  const sources = features.flatMap(feature => feature.searchables ?? [])
  const found = sources.map(source =>
    engine.database.read(acting, db => source.find({ db, acting, now, today: vietnamDate(now) }, words, 10)),
  )
  return (await Promise.all(found)).flat()
}
