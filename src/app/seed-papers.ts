import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { readSample } from './samples.ts'
import { loadIncoming } from './seed-incoming.ts'
import type { People } from './seed-people.ts'

type Kept = { kind: string; keptFor: string }
type PaperSample = {
  day: string
  first: number
  kept: Kept[]
  cancelled: Kept & { reason: string }
  term: { startsOn: string; name: string }
}

/** The report of the sample as an official paper with its number, and the register around it. */
export async function loadPapers(engine: Engine, people: People, of: { reviewId: string; planId: string }): Promise<void> {
  const { day, first, kept, cancelled, term } = await readSample<PaperSample>('van-ban.json')
  const moment = new Date(`${day}T02:00:00Z`)
  const now = moment < engine.now() ? moment : engine.now()
  const dated = now.toISOString().slice(0, 10)
  const send = (acting: Actor, name: string, input: Json) =>
    runCommand({ ...engine, now: () => now }, acting, { commandId: newId(), name: `papers.${name}`, input })
  const [officer, clerk, party] = ['lan', 'vanthu.mttq', 'vanthu.bdv'].map(one => people.actors.get(one)!) as [
    Actor,
    Actor,
    Actor,
  ]
  await send(party, 'set-term', term)
  await send(clerk, 'open-book', { bookId: newId(), kind: 'CV', dated, first })
  await send(clerk, 'keep-number', { entryId: newId(), dated, ...kept[0]! })
  const paperId = newId()
  await send(officer, 'prepare-paper', { paperId, reviewId: of.reviewId })
  await send(clerk, 'check-paper', { paperId, version: 1 })
  await send(clerk, 'freeze-paper', { paperId, version: 2 })
  await send(clerk, 'number-paper', { paperId, version: 3, entryId: newId(), dated, ink: true })
  const entryId = newId()
  const { reason, ...unused } = cancelled
  await send(clerk, 'keep-number', { entryId, dated, ...unused })
  await send(clerk, 'cancel-number', { entryId, version: 1, reason })
  for (const one of kept.slice(1)) await send(clerk, 'keep-number', { entryId: newId(), dated, ...one })
  await send(officer, 'prepare-paper', { paperId: newId(), planId: of.planId })
  await loadIncoming(engine, clerk)
  const sent = await engine.database.read('system', db =>
    db
      .selectFrom('exchange_package')
      .select('id')
      .where('from_body', '=', officer.bodyId)
      .where('state', 'in', ['sent', 'received'])
      .orderBy('sent_on', 'desc')
      .orderBy('id')
      .executeTakeFirst(),
  )
  if (sent) await send(officer, 'prepare-paper', { paperId: newId(), packageId: sent.id })
}
