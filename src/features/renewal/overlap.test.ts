import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { parseText } from '../../formats/text/parse.ts'
import { readProgramme } from '../programmes/reading/read-programme.ts'
import { overlapsOf } from './overlap.ts'

const CLAUSES = [
  { id: '1', text: 'Phối hợp mở lớp bồi dưỡng kỹ năng vận động cho cán bộ Mặt trận cơ sở, mỗi năm hai lớp.' },
  { id: '2', text: 'Tặng quà các hộ nghèo nhân dịp Tết Nguyên đán.' },
  { id: '3', text: 'Sở chủ trì mở lớp bồi dưỡng kỹ năng vận động, vận hành loa truyền thanh ở thôn.' },
]

describe('clauses that say the like', () => {
  it('are found in pairs, with what they have in common in each text', () => {
    const [pair, ...others] = overlapsOf(CLAUSES)
    expect([pair!.a, pair!.b, others]).toEqual(['1', '3', []])
    const cut = (text: string, spans: { from: number; to: number }[]) => spans.map(({ from, to }) => text.slice(from, to))
    expect(cut(CLAUSES[0]!.text, pair!.inA)).toEqual(['mở lớp bồi dưỡng kỹ năng vận động'])
    expect(cut(CLAUSES[2]!.text, pair!.inB)).toEqual(['mở lớp bồi dưỡng kỹ năng vận động'])
  })

  it('are found though one is written without marks', () => {
    const bare = { id: '4', text: 'Tang qua cac ho ngheo nhan dip Tet Nguyen dan' }
    expect(overlapsOf([...CLAUSES, bare]).map(({ a, b }) => `${a} ${b}`)).toContain('2 4')
  })

  it('are not made of a set phrase that every clause has', () => {
    const phrase = 'vùng đồng bào dân tộc thiểu số'
    const clauses = ['Khảo sát', 'Tuyên truyền', 'Thăm hỏi', 'Giám sát'].map((text, at) => ({
      id: `${at}`,
      text: `${text}: ${phrase}`,
    }))
    expect(overlapsOf(clauses)).toEqual([])
  })

  it('need at least two', () => expect(overlapsOf(CLAUSES.slice(0, 1))).toEqual([]))
})

/** Pairs a reader names, and how many more that are shown. */
const REAL: Record<string, { named: string[]; more: number }> = {
  'kontum-2021-2025': { named: ['II/1 II/4', 'II/6 II/9'], more: 3 },
  'binhthuan-2022-2025': {
    named: [
      'II/1/1.1/-6 II/1/1.2/-5',
      'II/2/2.1/-1 II/2/2.2/-1',
      'II/2/2.1/-2 II/2/2.2/-2',
      'II/2/2.1/-5 II/2/2.2/-4',
      'II/2/2.1/-6 II/2/2.2/-5',
    ],
    more: 3,
  },
}

describe.skipIf(!shared)('the duties of the real programmes', () => {
  it.each(Object.keys(REAL))('overlap where a reader says so, and hardly elsewhere: %s', name => {
    const { clauses, commitments } = readProgramme(parseText(readFileSync(join(shared!, 'programmes', `${name}.txt`))))
    const duties = new Set(commitments.map(one => one.clause))
    const said = clauses.filter(one => !one.heading && duties.has(one.path)).map(({ path, text }) => ({ id: path, text }))
    const found = overlapsOf(said).map(({ a, b }) => `${a} ${b}`)
    const { named, more } = REAL[name]!
    expect(named.filter(pair => !found.includes(pair))).toEqual([])
    expect(found.filter(pair => !named.includes(pair)).length, found.join('; ')).toBeLessThanOrEqual(more)
  })
})
