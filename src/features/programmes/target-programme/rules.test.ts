import { describe, expect, it } from 'vitest'
import { CYCLES, citeElement, findElement, keyOf, keysWithin, projectOf } from './contract.ts'
import { whyNotElement } from './rules.ts'

const code = (why: { code: string } | null) => why?.code ?? null

describe('the catalogue of the target programme', () => {
  const all = CYCLES.flatMap(cycle => cycle.elements.map(element => keyOf(cycle, element)))
  it('finds each element by its own key, and each part within a whole of its cycle', () => {
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter(key => findElement(key)?.key !== key)).toEqual([])
    const parts = CYCLES.flatMap(cycle => cycle.elements.filter(one => one.within).map(one => [cycle, one] as const))
    expect(parts.filter(([cycle, one]) => !cycle.elements.some(whole => whole.code === one.within))).toEqual([])
  })
  it('divides each cycle as its decision does: QĐ 1719/QĐ-TTg by projects, TT 60/2026/TT-BTC by components', () => {
    const partsIn = (cycle: string) =>
      Object.fromEntries(
        CYCLES.find(one => one.id === cycle)!
          .elements.filter(one => !one.within)
          .map(one => [one.code, keysWithin(findElement(`${cycle}/${one.code}`)!).length - 1]),
      )
    expect(partsIn('2021-2025')).toEqual({ DA1: 0, DA2: 0, DA3: 3, DA4: 2, DA5: 4, DA6: 0, DA7: 0, DA8: 0, DA9: 2, DA10: 3 })
    expect(partsIn('2026-2035')).toEqual({ HP1: 10, HP2: 5 })
    const named = ['2021-2025/DA5.4', '2021-2025/DA9.2', '2021-2025/DA10.1', '2026-2035/HP1.8'].map(key => findElement(key)!.name)
    expect(named).toEqual([
      expect.stringContaining('năng lực cho cộng đồng'),
      expect.stringContaining('tảo hôn'),
      expect.stringContaining('người có uy tín'),
      expect.stringContaining('Mặt trận Tổ quốc'),
    ])
  })
  it('cites an element as offices do', () => {
    expect(citeElement(findElement('2021-2025/DA9.2')!)).toBe('Tiểu dự án 2, Dự án 9')
    expect(citeElement(findElement('2026-2035/HP2.3')!)).toBe('Nội dung 3, Hợp phần 2')
  })
  it('counts parts under their whole, and project 1 without project 10', () => {
    expect(keysWithin(findElement('2021-2025/DA9')!)).toEqual(['2021-2025/DA9', '2021-2025/DA9.1', '2021-2025/DA9.2'])
    expect(keysWithin(findElement('2021-2025/DA1')!)).toEqual(['2021-2025/DA1'])
  })
  it('counts a sub-project as its project, and a content of a component as itself', () => {
    expect(['2021-2025/DA9.2', '2021-2025/DA9', '2026-2035/HP2.3'].map(projectOf)).toEqual([
      '2021-2025/DA9',
      '2021-2025/DA9',
      '2026-2035/HP2.3',
    ])
  })
  it('takes work of the years in which a cycle spends: both in 2026', () => {
    expect(code(whyNotElement('2021-2025/DA8', 2026))).toBeNull()
    expect(code(whyNotElement('2026-2035/HP1.8', 2026))).toBeNull()
    expect(code(whyNotElement('2021-2025/DA8', 2027))).toBe('programmes.other-cycle')
    expect(code(whyNotElement('2021-2025/DA11', 2025))).toBe('not-found')
  })
})
