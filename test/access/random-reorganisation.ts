import fc from 'fast-check'
import { expect } from 'vitest'
import { HELD_KINDS } from '../../src/features/reorganisation/contract.ts'
import type { IsoDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import type { World } from './world.ts'

/** An event drawn at random over the first `bodies` of a world. */
export const reorganisationOf = (bodies: number) =>
  fc.record({
    kind: fc.constantFrom('merge', 'merge', 'split', 'split', 'rename', 'move'),
    body: fc.nat({ max: bodies - 1 }),
    heir: fc.nat({ max: bodies - 1 }),
    other: fc.nat({ max: bodies - 1 }),
    /** Of each kind of work whether the first heir takes it. */
    first: fc.array(fc.boolean(), { minLength: HELD_KINDS.length, maxLength: HELD_KINDS.length }),
  })
export type RandomReorganisation = ReturnType<typeof reorganisationOf> extends fc.Arbitrary<infer E> ? E : never

/** What it is about as its draft says it; the bodies concerned, that which ends or changes first; of a body that ends its heirs. */
function draftOf({ agencies }: World, { kind, body, heir, other, first }: RandomReorganisation) {
  const [bodyId, heirId, otherId] = [agencies[body]!.id, agencies[heir]!.id, agencies[other]!.id]
  const ended = { content: { endings: [{ bodyId, heirId }] } }
  const taker = (at: number) => (at === 0 || first[at] ? heirId : otherId)
  const shares = HELD_KINDS.map((held, at) => ({ bodyId, kind: held, pieceId: null, heirId: taker(at) }))
  const heirs = [...new Set(shares.map(one => one.heirId))]
  const name = { name: `Cơ quan đổi tên ${newId()}`, shortName: 'CQ mới', symbol: 'CQM', place: 'Hà Sơn' }
  switch (kind) {
    case 'rename':
      return { about: { content: { renamings: [{ nameId: newId(), bodyId, ...name }] } }, concerned: [bodyId], heirs: [] }
    case 'move':
      return {
        about: { content: { movings: [{ bodyId, parentBody: heirId, kind: 'state', level: null }] } },
        concerned: [bodyId, heirId],
        heirs: [],
      }
    case 'split':
      return { about: { ...ended, shares }, concerned: [bodyId, ...heirs], heirs }
    default:
      return { about: ended, concerned: [bodyId, heirId], heirs: [heirId] }
  }
}

const unlessRefused = (error: unknown): string => {
  if (error instanceof Refusal) return error.code
  throw error
}

/** Drafts it on a day, has all agree, and lets it happen; the heirs of the body that ended, or why the draft was refused. */
export async function reorganise(world: World, event: RandomReorganisation, day: IsoDate): Promise<string[] | string> {
  const { site, agencies } = world
  const { about, concerned, heirs } = draftOf(world, event)
  const people = new Map(agencies.map(one => [one.id, one.actor]))
  const first = people.get(concerned[0]!)!
  const reorganisationId = newId()
  const decision = { number: '1/NQ', date: day, issuer: 'Hội đồng nhân dân tỉnh' }
  const draft = { reorganisationId, kind: event.kind, decision, effectiveOn: day, ...about }
  const refused = await site.send(first, 'reorganisation.draft', draft).then(() => null, unlessRefused)
  if (refused !== null) return refused
  for (const id of new Set(concerned)) {
    const { version } = await site.ask<{ version: number }>(first, 'reorganisation.one', { reorganisationId })
    await site.send(people.get(id)!, 'reorganisation.agree', { reorganisationId, version })
  }
  // The clock may have been quicker.
  await site.send('system', 'reorganisation.apply', { reorganisationId }).catch(unlessRefused)
  const { rows } = await site.engine.database.pool.query('SELECT state FROM reorganisation WHERE id = $1', [reorganisationId])
  expect(rows).toEqual([{ state: 'applied' }])
  return heirs
}
