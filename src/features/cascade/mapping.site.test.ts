import { describe, expect, it } from 'vitest'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { AnswerOf } from '../../ui/client/types.ts'
import type { mapping } from './queries/mapping.ts'

const TRAIN = 'Mở lớp bồi dưỡng kỹ năng vận động cho cán bộ Mặt trận cơ sở.'
const site = await openTestSite()
const { id: programmeId } = await insertProgramme(site, [
  { path: 'II/1', text: `${TRAIN.slice(0, -1)}, mỗi năm hai lớp.` },
  { path: 'II/2', text: 'Thăm, tặng quà các hộ nghèo nhân dịp Tết Nguyên đán.' },
])
const [lan, tuan] = [site.who('lan'), site.who('tuan')]
const upperId = newId()
const said = { upperId, programmeId, level: 'central', title: 'Chương trình', issuer: 'Bộ' }
const add = (text: string, id = upperId) => site.send(lan, 'cascade.add-parent', { ...said, upperId: id, text })
const ask = async (actor = lan) => await site.ask<AnswerOf<typeof mapping>>(actor, 'cascade.mapping', { programmeId })
const link = (actor: typeof lan, change: object) =>
  site.send(actor, 'cascade.link-clauses', {
    upperId,
    links: [{ linkId: newId(), version: 0, parentPath: 'I/1', childPath: null, ...change }],
  })

describe('the programme above', () => {
  it('is refused where it cannot be told apart into clauses', async () => {
    expect(await refusalOf(add('Kính gửi các cơ quan.', newId()))).toBe('cascade.unreadable')
    expect(await refusalOf(add(`MẬT\nI. NỘI DUNG\n1. ${TRAIN}`, newId()))).toBe('cascade.unreadable')
  })

  it('has its clauses beside those of ours that may carry them out, until a person confirms', async () => {
    await add(`I. NỘI DUNG\n\n1. ${TRAIN}\n\n2. Xây dựng cơ sở dữ liệu ở Trung ương.\n`)
    const [first, second] = (await ask()).parents[0]!.clauses
    expect(first!.proposals.map(one => [one.childPath, one.how])).toEqual([['II/1', 'adapted']])
    expect(second!.proposals).toEqual([])
    await link(lan, { childPath: 'II/1', how: 'adapted' })
    const seen = (await ask(tuan)).parents[0]!.clauses[0]!
    expect(seen.links.map(one => [one.childPath, one.how])).toEqual([['II/1', 'adapted']])
    expect(seen.proposals).toEqual([])
  })

  it('leaves nothing out without a reason, and a clause that is left out is linked with none', async () => {
    const leave = { parentPath: 'I/2', how: 'left-out' }
    expect(await refusalOf(link(tuan, leave))).toBe('cascade.reason-missing')
    expect(await refusalOf(link(tuan, { ...leave, childPath: 'II/2', reason: 'x' }))).toBe('cascade.left-out-and-linked')
    await link(tuan, { ...leave, reason: 'Việc của Trung ương' })
    expect((await ask()).parents[0]!.clauses[1]!.links[0]!.reason).toBe('Việc của Trung ương')
  })

  it('takes no clause as left out and carried out at once, and changes the link that it names and no other', async () => {
    expect(await refusalOf(link(lan, { parentPath: 'I/2', childPath: 'II/2', how: 'adapted' }))).toBe(
      'cascade.left-out-and-linked',
    )
    const [first, second] = (await ask()).parents[0]!.clauses
    const [held, other] = [first!.links[0]!, second!.links[0]!]
    const foreign = { linkId: other.id, version: other.version, how: 'adapted' }
    expect(await refusalOf(link(lan, { ...foreign, childPath: 'II/2' }))).toBe('changed-meanwhile')
    await link(lan, { ...foreign, version: held.version, childPath: 'II/1', how: null })
    const after = (await ask()).parents[0]!.clauses
    expect([after[0]!.links, after[1]!.links]).toEqual([[], [other]])
  })

  it('is for the parties alone', async () => {
    expect(await refusalOf(site.ask(site.who('dung'), 'cascade.mapping', { programmeId }))).toBe('not-found')
  })
})
