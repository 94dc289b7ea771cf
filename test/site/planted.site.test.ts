import { expect, it } from 'vitest'
import { placesOfPlanted } from '../harness/planted.ts'
import { openTestSite } from '../harness/site.ts'

const site = await openTestSite()

it('a word that is kept where it should not be is found in tables, the packed backup and the log', async () => {
  expect(await placesOfPlanted(site, /Qxwz/)).toEqual([])
  await site.engine.database.pool.query(`UPDATE body SET place = 'Qxwz' WHERE id = $1`, [site.who('lan').bodyId])
  console.warn('một dòng của nhật ký: %s', 'Qxwz')
  expect(await placesOfPlanted(site, /Qxwz/)).toEqual(expect.arrayContaining(['database', 'log', 'backup']))
})
