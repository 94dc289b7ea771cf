import { beforeAll, describe, expect, it } from 'vitest'
import { nextCode } from '../../../test/harness/petitions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import { writtenPetitions } from './fixtures/matters.ts'
import { similarTo } from './similar.ts'
import { termsOf } from './terms.ts'

const FIRST = 5
const WANTED = 0.85

const site = await openTestSite()
const written = writtenPetitions().map(one => ({ ...one, id: newId() }))
const bodyId = site.people.bodies.get('mttq')!

describe('the proposal for grouping, on 300 written petitions in 60 groups', () => {
  beforeAll(async () => {
    const { communeId } = await layPlaces(site)
    const { accountId } = site.who('lan')
    await site.engine.database.write('system', async tx => {
      const rows = written.map(one => ({
        id: one.id,
        body_id: bodyId,
        handler: accountId,
        subject: one.text.slice(0, 200),
        field: one.field,
        commune_id: communeId,
        origin: 'village',
        received_on: '2026-03-02',
        code: nextCode(),
        due_on: '2026-03-10',
        due_basis: 'Hạn tự đặt',
        last_day: '2026-03-02',
        created_at: new Date('2026-03-02T00:00:00Z'),
      }))
      await tx.insertInto('petition').values(rows).execute()
      for (const one of written) {
        const terms = termsOf(one.text).map(term => ({ body_id: bodyId, petition_id: one.id, term }))
        await tx.insertInto('petition_term').values(terms).execute()
      }
    })
  })

  it('is measured on what it should be: a third without marks, a third in other words', () => {
    const plain = written.filter(one => /^[\x20-\x7e]*$/.test(one.text)).length
    expect([written.length, new Set(written.map(one => one.group)).size]).toEqual([300, 60])
    expect(plain).toBeGreaterThanOrEqual(98)
  })

  it('has the right group among the first five for at least 85 % of them', async () => {
    const groups = new Map(written.map(one => [one.id, one.group]))
    const missed: string[] = []
    for (const one of written) {
      const found = await site.engine.database.read(site.who('lan'), db =>
        similarTo(db, { bodyId, words: one.text, notId: one.id, limit: FIRST }),
      )
      if (!found.some(other => groups.get(other.id) === one.group)) missed.push(one.text)
    }
    expect(1 - missed.length / written.length, missed.join('\n')).toBeGreaterThanOrEqual(WANTED)
  })
})
