import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/permissions.ts'
import { proposalsFrom } from './citations.ts'
import { standingOn, whyNotElement, whyNotFields, whyNotOwn, whyNotRemove } from './rules.ts'
import { CYCLES, citeElement, findElement, keyOf, keysWithin } from './target-programme.ts'
import { nameOfDirective } from './words.ts'

const officer: Actor = { accountId: 'a', bodyId: 'ours', roles: ['officer'], displayName: 'Lan' }
const code = (why: { code: string } | null) => why?.code ?? null
const TODAY = '2026-11-20'
const written = { number: '49-CT/TW', subject: '', issuedOn: '2015-10-20', endedOn: null, replacedBy: null }

describe('a cited document', () => {
  it('has a number or, as a law, a name', () => {
    expect(code(whyNotFields({ ...written, number: '' }, 'x', TODAY))).toBe('directives.no-name')
    expect(code(whyNotFields(written, 'x', TODAY))).toBeNull()
    expect(nameOfDirective({ kind: 'chỉ thị', number: '49-CT/TW', subject: '' })).toBe('Chỉ thị 49-CT/TW')
    expect(nameOfDirective({ kind: 'luật', number: '', subject: 'Mặt trận Tổ quốc Việt Nam' })).toBe(
      'Luật Mặt trận Tổ quốc Việt Nam',
    )
  })
  it('is in force to the end of its last day, then replaced or ended', () => {
    expect(standingOn({ endedOn: TODAY, replacedBy: 'y' }, TODAY)).toBe('in-force')
    expect(standingOn({ endedOn: '2026-11-19', replacedBy: 'y' }, TODAY)).toBe('replaced')
    expect(standingOn({ endedOn: '2026-11-19', replacedBy: null }, TODAY)).toBe('ended')
  })
  it('is replaced by another, with a last day', () => {
    expect(code(whyNotFields({ ...written, replacedBy: 'y' }, 'x', TODAY))).toBe('directives.no-last-day')
    expect(code(whyNotFields({ ...written, endedOn: TODAY, replacedBy: 'x' }, 'x', TODAY))).toBe('directives.by-itself')
    expect(code(whyNotFields({ ...written, endedOn: '2015-01-01' }, 'x', TODAY))).toBe('directives.ends-before')
  })
  it('is changed by who entered it, and stays while work hangs on it', () => {
    expect(code(whyNotOwn(officer, 'theirs'))).toBe('directives.not-yours')
    expect(code(whyNotRemove(officer, { bodyId: 'ours', removed: false }, 1))).toBe('directives.linked')
  })
})

describe('what the signed text cites', () => {
  const citation = { kind: 'Chỉ thị', number: '49-CT/TW', date: '2015-10-20', issuer: 'Ban Bí thư', name: null }
  const clauses = [
    { path: 'I/1', text: 'Quán triệt Chỉ thị số 49-CT/TW, ngày 20/10/2015' },
    { path: 'II/1', text: 'Thực hiện Chỉ thị 49 -CT/ TW' },
    { path: 'II/2', text: 'Thực hiện Chỉ thị 149-KL/TW' },
  ]
  it('is proposed once, with the clauses in which it is named, however it is spaced', () => {
    expect(proposalsFrom([citation], clauses, [])).toEqual([
      {
        kind: 'chỉ thị',
        number: '49-CT/TW',
        issuedOn: '2015-10-20',
        issuer: 'Ban Bí thư',
        subject: '',
        clausePaths: ['I/1', 'II/1'],
      },
    ])
  })
  it('is not proposed again once it stands in the list, even without its day', () => {
    const known = { kind: 'chỉ thị', number: '49-CT/TW', issuedOn: null, subject: '' }
    expect(proposalsFrom([citation], clauses, [known])).toEqual([])
  })
  it('does not take a longer number for the one that was cited', () => {
    const bare = { ...citation, number: '1', kind: 'kết luận' }
    const [found] = proposalsFrom([bare], [{ path: 'I', text: 'Kết luận số 15 của Bộ Chính trị' }], [])
    expect(found?.clausePaths).toEqual([])
  })
})

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
  it('takes work of the years in which a cycle spends: both in 2026', () => {
    expect(code(whyNotElement('2021-2025/DA8', 2026))).toBeNull()
    expect(code(whyNotElement('2026-2035/HP1.8', 2026))).toBeNull()
    expect(code(whyNotElement('2021-2025/DA8', 2027))).toBe('directives.other-cycle')
    expect(code(whyNotElement('2021-2025/DA11', 2025))).toBe('not-found')
  })
})
