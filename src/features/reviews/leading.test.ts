import { expect, it } from 'vitest'
import { leadingOf } from './leading.ts'

const paper = (id: string, cited: string, made = { kind: 'plan', id: 'p' }) => ({
  id,
  bodyId: 'a',
  typeName: 'Kế hoạch',
  cited,
  dated: '2026-03-01',
  made,
})
const directive = (id: string, number: string, issuedOn: string | null = '2026-02-01') => ({
  id,
  bodyId: 'a',
  kind: 'chỉ thị',
  number,
  issuedOn,
  subject: 'về công tác dân tộc',
})
type Leading = Parameters<typeof leadingOf>[0]
const nothing: Leading = { papers: [], directives: [], conclusions: [], cited: [] }
const idsOf = (leading: Partial<Leading>) => leadingOf({ ...nothing, ...leading }).map(({ part, id }) => `${part} ${id}`)

it('papers issued, directives that came and conclusions are each told once, by what they are called', () => {
  const conclusions = [{ id: 'c', meetingId: 'm', leadBody: 'b', text: 'Mở hai lớp', heldOn: '2026-03-05' }]
  const told = leadingOf({
    ...nothing,
    papers: [paper('k', '05/KH-MTTQ')],
    directives: [directive('d', '49-CT/TW')],
    conclusions,
  })
  expect(told.map(({ part, title, address }) => [part, title, address])).toEqual([
    ['issued', 'Kế hoạch số 05/KH-MTTQ', '/van-ban/k'],
    ['directed', 'Chỉ thị số 49-CT/TW: về công tác dân tộc', '/van-ban-chi-dao/d'],
    ['concluded', 'Mở hai lớp', '/cuoc-hop/m'],
  ])
})

it('minutes are not told beside what they conclude', () => {
  const conclusions = [{ id: 'c', meetingId: 'm', leadBody: 'b', text: 'Mở hai lớp', heldOn: '2026-03-05' }]
  const papers = [paper('a', '01/BB', { kind: 'meeting', id: 'm' }), paper('b', '02/BB', { kind: 'meeting', id: 'other' })]
  expect(idsOf({ papers, conclusions })).toEqual(['issued b', 'concluded c'])
})

it('a paper that recorded work names is told by that work alone', () => {
  expect(idsOf({ papers: [paper('a', '12/HD-MTTQ'), paper('b', '13/HD-MTTQ')], cited: ['12/hd-mttq'] })).toEqual(['issued b'])
})

it('a paper of the own registers that was entered as a directive is told by the register, and a directive without a day not at all', () => {
  const directives = [directive('d', '05/KH-MTTQ'), directive('e', '49-CT/TW', null)]
  expect(idsOf({ papers: [paper('k', '05/KH-MTTQ')], directives })).toEqual(['issued k'])
})
