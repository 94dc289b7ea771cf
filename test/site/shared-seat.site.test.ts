import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HELD_KINDS, type HeldKind } from '../../src/features/reorganisation/contract.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { poolOf } from '../access/glance.ts'
import { questionsFrom } from '../access/questions.ts'
import { OPEN_IN_SEAT, stays, takersOf } from '../access/shared-seat.ts'
import { openTables, seatedIn } from '../access/words-in-tables.ts'
import { joinIn, WORK_KINDS, work } from '../access/works.ts'
import { type Agency, type Marker, makeWorld, type World, wordsIn } from '../access/world.ts'
import { openTestSite } from '../harness/site.ts'

/*
 * A body with every kind of work is split: whatever one heir took and the other did not, in the seat that they share neither reads
 * a word of what passed to the other. Asked of the wall itself, in every table, and through every query.
 */
const now = new Date('2026-11-20T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { client, tables, wordsOf, close } = await openTables(site)
let world: World
let [old, partner, north, south]: Agency[] = []
/** The words that a person of the body read before it was split. */
let before: Set<string>

const inSeat = ({ actor }: Agency): Actor => seatedIn(actor, old!.id)

async function split(): Promise<void> {
  const reorganisationId = newId()
  const shares = HELD_KINDS.map(kind => ({
    bodyId: old!.id,
    kind,
    pieceId: null,
    heirId: kind === 'petition' ? south!.id : north!.id,
  }))
  await site.send(old!.actor, 'reorganisation.draft', {
    reorganisationId,
    kind: 'split',
    decision: { number: '1/NQ', date: '2026-11-01', issuer: 'Hội đồng nhân dân tỉnh' },
    effectiveOn: '2026-11-20',
    content: { endings: [{ bodyId: old!.id, heirId: north!.id }] },
    shares,
  })
  const version = async () =>
    (await site.ask<{ version: number }>(old!.actor, 'reorganisation.one', { reorganisationId })).version
  for (const { actor } of [old!, north!, south!])
    await site.send(actor, 'reorganisation.agree', { reorganisationId, version: await version() })
  await site.send('system', 'reorganisation.apply', { reorganisationId }).catch(() => undefined)
}

/** As if the choice had been this: the southern heir takes some kinds, the northern one all others. */
const choose = (kinds: readonly HeldKind[]) =>
  site.engine.database.pool.query(
    'UPDATE holding_passing SET heir_id = CASE WHEN kind = ANY ($1) THEN $2::uuid ELSE $3::uuid END WHERE body_id = $4',
    [kinds, south!.id, north!.id, old!.id],
  )

/** Of the words found those that belong to no kind which the reader took. */
const astray = (found: Set<string>, took: readonly HeldKind[]): string[] =>
  [...found].flatMap(word => {
    const marker = world.markers.get(word)!
    const takers = takersOf(marker, partner!.id)
    return takers === 'all' || !marker.readers.has(old!.id) || takers.some(kind => took.includes(kind)) ? [] : marker.kind
  })

const othersThan = (kinds: readonly HeldKind[]) => HELD_KINDS.filter(kind => !kinds.includes(kind))

beforeAll(async () => {
  world = await makeWorld(site, 4)
  ;[old, partner, north, south] = world.agencies
  const joint = await joinIn(world, [old!, partner!])
  for (const kind of WORK_KINDS) for (const stage of [0, 1]) await work(world, joint, { kind, side: 0, stage })
  for (const kind of WORK_KINDS) await work(world, joint, { kind, side: 1, stage: 1 })
  before = await wordsOf(old!.actor)
  // Those who lead the heirs serve no unit alone: what a unit keeps to itself is theirs as well.
  const leading = [north!, south!].map(agency => agency.actor.accountId)
  await site.engine.database.pool.query(
    "UPDATE post SET unit_id = NULL, roles = array_remove(roles, 'head') WHERE account_id = ANY ($1)",
    [leading],
  )
  await split()
}, 600_000)
afterAll(close)

describe('in a seat that two heirs share', () => {
  it.each(HELD_KINDS)('who took nothing but %s reads nothing else, and the other nothing of it', async kind => {
    await choose([kind])
    const [northern, southern] = [await wordsOf(inSeat(north!)), await wordsOf(inSeat(south!))]
    expect(astray(southern, [kind]), 'read by who took it alone').toEqual([])
    expect(astray(northern, othersThan([kind])), 'read by the other').toEqual([])
    const lost = [...before].filter(word => !northern.has(word) && !southern.has(word)).map(word => world.markers.get(word)!)
    expect(
      lost.filter((marker: Marker) => !stays(marker)).map(marker => marker.kind),
      'read by neither',
    ).toEqual([])
  })

  it('tells through no query what the wall does not show', async () => {
    await choose(['other', 'petition'])
    const questions = questionsFrom(poolOf(world, [...world.markers.keys()].slice(0, 2)))
    for (const [agency, took] of [
      [south!, ['other', 'petition']],
      [north!, othersThan(['other', 'petition'])],
    ] as const) {
      const answers = questions.map(({ name, input }) =>
        site.ask<unknown>(inSeat(agency), name, input).then(
          answer => `${name} ${JSON.stringify(answer)}`,
          (error: Error & { code?: string; data?: unknown }) => {
            if (error.name !== 'Refusal' && !/^(23|42501|22)/.test(error.code ?? '')) throw error
            return `${name} ${JSON.stringify(error.data ?? {})}`
          },
        ),
      )
      const shown = (await Promise.all(answers)).flatMap(text =>
        astray(wordsIn(text), took).map(what => `${text.split(' ')[0]}: ${what}`),
      )
      expect([...new Set(shown)]).toEqual([])
    }
  }, 600_000)

  it('shows neither the people of the other', async () => {
    const own = async (agency: Agency) =>
      (await site.ask<{ staff: { accountId: string }[] }>(inSeat(agency), 'agencies.staff')).staff.map(one => one.accountId)
    expect(await own(south!)).not.toContain(north!.actor.accountId)
    expect(await own(north!)).not.toContain(south!.actor.accountId)
    const words = await wordsOf(inSeat(south!))
    const theirs = [...world.markers].filter(([, marker]) => marker.readers.has(north!.id) && !marker.readers.has(old!.id))
    expect(theirs.filter(([word]) => words.has(word)).map(([, marker]) => marker.kind)).toEqual([])
  })

  it('has a wall in every table that needs one', async () => {
    const walled = await client.query<{ name: string }>(
      `SELECT DISTINCT tablename AS name FROM pg_policies WHERE permissive = 'RESTRICTIVE' AND policyname LIKE '%\\_share\\_%'`,
    )
    const behind = new Set(walled.rows.map(row => row.name))
    expect(tables.filter(name => !behind.has(name) && !(name in OPEN_IN_SEAT))).toEqual([])
  })
})
