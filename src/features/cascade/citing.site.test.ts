import { describe, expect, it } from 'vitest'
import { addCommune } from '../../../test/harness/cascade.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { AnswerOf } from '../../ui/client/types.ts'
import type { citable } from './queries/citable.ts'
import type { clauseLevels } from './queries/clause-levels.ts'
import type { mapping } from './queries/mapping.ts'

const site = await openTestSite()
const { send, ask, people, who } = site
const [first, second] = [await addCommune(site, 'Mặt trận Trung ương'), await addCommune(site, 'Ủy ban Dân tộc')]
const [front, office] = [await addCommune(site, 'Mặt trận xã Nậm Mây'), await addCommune(site, 'Ủy ban nhân dân xã Nậm Mây')]
for (const { bodyId } of [first, second, front, office]) people.bodies.set(bodyId, bodyId)
const TRAIN = 'Mở lớp bồi dưỡng kỹ năng vận động cho cán bộ Mặt trận cơ sở'
const between = (one: Actor, other: Actor, path: string) =>
  insertProgramme(site, [{ path, text: TRAIN }], { parties: [one.bodyId, other.bodyId] })
const central = (await between(first, second, 'I/1')).id
const [lan, minh] = [who('lan'), who('minh')]
const province = (await insertProgramme(site, [{ path: 'II/1', text: TRAIN }])).id
const commune = (await between(front, office, 'III/1')).id

const citing = (actor: Actor, programmeId: string) => ask<AnswerOf<typeof citable>>(actor, 'cascade.citable', { programmeId })
const cite = (actor: Actor, programmeId: string, id: string, level: 'central' | 'province' = 'central') =>
  send(actor, 'cascade.cite-programme', { upperId: newId(), programmeId, level, source: { kind: 'programme', id } })
const open = (actor: Actor, programmeId: string) =>
  send(actor, 'cascade.open-below', { openingId: newId(), programmeId, version: 0 })
const levels = (actor: Actor, programmeId: string, clausePath: string) =>
  ask<AnswerOf<typeof clauseLevels>>(actor, 'cascade.clause-levels', { programmeId, clausePath })

/** Confirms what the comparison proposes first. */
async function confirm(actor: Actor, programmeId: string) {
  const { parents } = await ask<AnswerOf<typeof mapping>>(actor, 'cascade.mapping', { programmeId })
  const [{ id: upperId, clauses }] = parents as [(typeof parents)[number]]
  const { path: parentPath, proposals } = clauses[0]!
  const { childPath, how } = proposals[0]!
  await send(actor, 'cascade.link-clauses', { upperId, links: [{ linkId: newId(), version: 0, parentPath, childPath, how }] })
}

describe('the programme above on this site', () => {
  it('is cited once every party of it has opened it to the levels below', async () => {
    expect(await refusalOf(cite(lan, province, central))).toBe('not-found')
    await open(first, central)
    expect((await citing(lan, province)).programmes.map(one => one.id)).not.toContain(central)
    await open(second, central)
    expect(await refusalOf(open(second, central))).toBe('cascade.opened-already')
    expect((await citing(lan, province)).programmes.map(one => one.id)).toContain(central)
    await cite(lan, province, central)
    await confirm(lan, province)
    expect(await refusalOf(ask(lan, 'programmes.page', { programmeId: central }))).toBe('not-found')
  })

  it('is followed from a clause of the centre down to the commune and back', async () => {
    for (const leader of [minh, who('hoa')]) await open(leader, province)
    await cite(front, commune, province, 'province')
    await confirm(front, commune)
    const down = (await levels(first, central, 'I/1')).below
    expect(down.map(one => [one.depth, one.path, one.how, one.own])).toEqual([
      [1, 'II/1', 'as-is', false],
      [2, 'III/1', 'as-is', false],
    ])
    const up = (await levels(office, commune, 'III/1')).above
    expect(up.map(one => [one.depth, one.path])).toEqual([
      [1, 'II/1'],
      [2, 'I/1'],
    ])
    const middle = await levels(lan, province, 'II/1')
    expect([middle.above.length, middle.below.length]).toEqual([1, 1])
  })

  it('carries out no programme that carries it out, nor itself', async () => {
    for (const leader of [front, office]) await open(leader, commune)
    expect(await refusalOf(cite(first, central, commune))).toBe('cascade.circle')
    expect(await refusalOf(cite(first, central, central))).toBe('cascade.circle')
  })
})
