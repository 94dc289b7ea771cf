import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { samplesDir } from '../../app/samples.ts'
import { readFile as readSource } from '../../formats/read-file.ts'
import { readProgramme } from '../programmes/index.ts'
import { pairingsOf } from './pairing.ts'

const read = async (path: string) => {
  const { clauses, commitments } = readProgramme(await readSource({ name: path, bytes: new Uint8Array(await readFile(path)) }))
  const holding = new Set(commitments.map(one => one.clause))
  return { all: clauses.filter(clause => !clause.heading), duties: clauses.filter(({ path: at }) => holding.has(at)) }
}
/** What carries a clause out holds a duty itself. */
const clausesOf = async (path: string) => (await read(path)).duties
const parent = (await read(join(samplesDir, 'chuong-trinh-cap-tren.txt'))).all
/** The best of each clause of the parent. */
const bestIn = (child: Awaited<ReturnType<typeof clausesOf>>) => {
  const pairs = pairingsOf(parent, child)
  return parent.flatMap(({ path }) => {
    const best = pairs.find(pair => pair.parentPath === path)
    return best ? [`${path} ≈ ${best.childPath}`] : []
  })
}

describe('which clauses carry out those of the programme above', () => {
  it('is found in the sample; what is left out there has no proposal', async () => {
    const found = bestIn(await clausesOf(join(samplesDir, 'chuong-trinh.txt')))
    expect(found).toEqual([
      'I/1/1.1 ≈ II/1/1.1',
      'I/1/1.2 ≈ II/1/1.2',
      'I/1/1.3 ≈ II/1/1.3',
      'I/2/2.1 ≈ II/2/2.1',
      'I/2/2.2 ≈ II/2/2.2',
      'I/2/2.3 ≈ II/2/2.3',
      'I/2/2.4 ≈ II/2/2.4',
      'I/3/3.1 ≈ II/3/3.1',
      'I/3/3.3 ≈ III/2/-1',
      'II/1 ≈ IV/1',
      // A reader rejects this one: a request to the provinces is no duty to inform.
      'II/2 ≈ III/2/-2',
    ])
  })

  it('says whether a clause was adopted word for word', () => {
    const [first] = parent
    const [pair] = pairingsOf([first!], [{ path: 'II/1', text: first!.text.toUpperCase() }])
    expect(pair).toMatchObject({ parentPath: first!.path, childPath: 'II/1', how: 'as-is' })
  })

  it('finds a duty in one sentence of a long clause, and takes what is hardly alike only where neither has another', () => {
    const train = 'Mở lớp bồi dưỡng kiến thức công tác dân tộc cho cán bộ Mặt trận'
    const long = `Phối hợp tổ chức thăm hỏi các gia đình chính sách nhân ngày lễ lớn; ${train}; kiểm tra việc chi trả chế độ ở cơ sở.`
    const [pair] = pairingsOf([{ path: 'I/1', text: train }], [{ path: 'II/1', text: long }])
    expect(pair!.likeness).toBeGreaterThan(0.9)
    expect(pair!.inChild.map(({ from, to }) => long.slice(from, to))).toEqual([train])
  })

  const KON_TUM = [
    'I/1/1.7 ≈ II/6',
    'I/2/2.1 ≈ III/1/-4/+1',
    'I/2/2.2 ≈ III/1/-4/+3',
    'I/2/2.5 ≈ II/3',
    'I/3/3.3 ≈ III/2/-4/+1',
    'I/3/3.4 ≈ II/9',
    'II/1 ≈ IV/2',
  ]
  const BINH_THUAN = [
    'I/1/1.5 ≈ II/2/2.1/-2',
    'I/1/1.6 ≈ II/2/2.2/-3',
    'I/1/1.7 ≈ II/2/2.1/-3',
    'I/3/3.1 ≈ III/2',
    'I/3/3.3 ≈ II/2/2.2/-5',
  ]
  it.skipIf(!shared).each([
    { name: 'kontum-2021-2025', right: KON_TUM, wrong: ['II/2 ≈ III/2/-3'] },
    { name: 'binhthuan-2022-2025', right: BINH_THUAN, wrong: ['I/2/2.2 ≈ II/1/1.2/-1', 'I/3/3.4 ≈ II/1/1.2/-4'] },
  ])('is found in a real programme, hardly anything wrong: $name', async ({ name, right, wrong }) => {
    const found = bestIn(await clausesOf(join(shared!, 'programmes', `${name}.txt`)))
    expect(found.filter(pair => right.includes(pair))).toEqual(right)
    expect(found.filter(pair => !right.includes(pair))).toEqual(wrong)
  })
})
