import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/permissions.ts'
import { consolidate, type OriginalClause } from './consolidate.ts'
import type { AmendmentState, ChangeInput } from './contract.ts'
import {
  type Signed,
  whyNotAgree,
  whyNotBase,
  whyNotContent,
  whyNotRecord,
  whyNotReturn,
  whyNotShare,
  whyNotWithdraw,
} from './rules.ts'
import { settleChanges } from './settle.ts'

const original: OriginalClause[] = [
  { path: 'I', parent: null, label: 'I.', heading: true, text: 'Nội dung' },
  { path: 'I/1', parent: 'I', label: '1.', heading: false, text: 'Việc một' },
  { path: 'I/1/-1', parent: 'I/1', label: '-', heading: false, text: 'Gạch một' },
  { path: 'I/2', parent: 'I', label: '2.', heading: false, text: 'Việc hai' },
]
const frame = { effectiveFrom: '2026-01-12', periodTo: 2030 }
const replace = (path: string, text = 'Lời mới'): ChangeInput => ({ kind: 'replace', path, text, duties: [] })
const add = (label: string, after: string | null, parent = 'I'): ChangeInput => ({
  kind: 'add',
  parent,
  after,
  label,
  text: 'Việc mới',
  duties: [],
})
const repeal = (path: string): ChangeInput => ({ kind: 'repeal', path })

const sign = (effectiveOn: string, changes: ChangeInput[]): Signed => ({
  id: effectiveOn,
  number: '09/CTr',
  effectiveOn,
  changes: settleChanges(changes, original),
})
function refused(effectiveOn: string, changes: ChangeInput[], signed: Signed[] = []): string | undefined {
  const clauses = consolidate(original, signed, effectiveOn)
  const content = { effectiveOn, reason: 'Vì', changes: settleChanges(changes, clauses) }
  return whyNotContent(content, { frame, clauses, signed })?.code.replace('programmes.amendment-', '')
}

describe('a content', () => {
  it('stands where every clause it touches stands, each once', () => {
    expect(refused('2027-01-01', [replace('I/1'), add('1a.', 'I/1'), repeal('I/2')])).toBeUndefined()
  })

  it.each([
    ['before the programme', '2025-12-31', [replace('I/1')], 'outside'],
    ['after the programme', '2031-01-01', [replace('I/1')], 'outside'],
    ['of a clause that there is not', '2027-01-01', [replace('I/9')], 'no-clause'],
    ['of one clause twice', '2027-01-01', [replace('I/1'), repeal('I/1')], 'twice'],
    ['of what stands under a clause it repeals', '2027-01-01', [repeal('I/1'), replace('I/1/-1')], 'twice'],
    ['that says what is said already', '2027-01-01', [replace('I/1', 'Việc một')], 'same'],
    ['under a number that is taken', '2027-01-01', [add('2.', 'I/1')], 'label'],
    ['after a clause of another part', '2027-01-01', [add('-', 'I/2', 'I/1')], 'no-place'],
  ])('%s is refused', (_, on, changes, code) => {
    expect(refused(on, changes)).toBe(code)
  })
})

describe('two amendments', () => {
  it.each([
    ['replaces', [replace('I/1')], [replace('I/1', 'Lời khác')]],
    ['repeals', [replace('I/1')], [repeal('I/1')]],
    ['repeals what stands above', [replace('I/1/-1')], [repeal('I/1')]],
  ])('one that %s a clause after another has done so follows it by its day', (_, first, second) => {
    const signed = [sign('2027-06-01', first)]
    expect(refused('2027-06-02', second, signed)).toBeUndefined()
    expect(refused('2027-05-31', second, signed)).toBe('conflict')
    expect(refused('2027-06-01', second, signed)).toBe('conflict')
  })

  it('of different clauses go beside each other', () => {
    expect(refused('2027-05-31', [replace('I/2')], [sign('2027-06-01', [replace('I/1')])])).toBeUndefined()
  })

  it('add behind the same clause, whichever comes first', () => {
    expect(refused('2027-05-31', [add('1a.', 'I/1')], [sign('2027-06-01', [replace('I/1')])])).toBeUndefined()
  })

  it('cannot write under what the later one repeals', () => {
    expect(refused('2027-05-31', [add('-', 'I/1/-1', 'I/1')], [sign('2027-06-01', [repeal('I/1')])])).toBe('conflict')
  })

  it('stand on the text they were written on, or are proposed anew', () => {
    const kept = settleChanges([replace('I/1', 'Lời mới')], original)
    const moved = consolidate(original, [sign('2027-01-01', [replace('I/1', 'Lời khác')])], '2027-06-01')
    expect(whyNotBase(kept, settleChanges([replace('I/1', 'Lời mới')], original))).toBeNull()
    expect(whyNotBase(kept, settleChanges([replace('I/1', 'Lời mới')], moved))?.code).toBe('programmes.amendment-base-moved')
  })
})

const person = (bodyId: string, ...roles: Actor['roles'][number][]): Actor => ({
  accountId: bodyId,
  bodyId,
  roles,
  displayName: '',
})
const standing = (state: AmendmentState, agreedBy: string[] = ['a']) => ({
  byBody: 'a',
  state,
  effectiveOn: '2027-01-01',
  sharedAt: state === 'own' ? null : new Date(0),
  agreedBy,
})

describe('the steps', () => {
  it('are sent by the own leader and answered by the others’', () => {
    expect(whyNotShare(person('a', 'leader'), standing('own'))).toBeNull()
    expect(whyNotShare(person('a', 'officer'), standing('own'))?.code).toBe('not-permitted')
    expect(whyNotShare(person('b', 'leader'), standing('own'))?.code).toBe('programmes.amendment-not-yours')
    expect(whyNotAgree(person('b', 'leader'), standing('shared'))).toBeNull()
    expect(whyNotAgree(person('a', 'leader'), standing('shared'))?.code).toBe('agreement.given')
    expect(whyNotReturn(person('a', 'leader'), standing('shared'))?.code).toBe('programmes.amendment-own')
  })

  it('are taken back until they are answered, and returned by either side until they are signed', () => {
    expect(whyNotWithdraw(person('a', 'leader'), standing('shared'))).toBeNull()
    expect(whyNotWithdraw(person('a', 'officer'), standing('shared'))?.code).toBe('not-permitted')
    expect(whyNotWithdraw(person('a', 'leader'), standing('agreed'))?.code).toBe('programmes.amendment-closed')
    expect(whyNotReturn(person('a', 'leader'), standing('agreed'))).toBeNull()
    expect(whyNotReturn(person('b', 'leader'), standing('signed'))?.code).toBe('programmes.amendment-closed')
  })

  it('end with a paper signed by the day on which it takes effect', () => {
    const clerk = person('b', 'clerk')
    expect(whyNotRecord(clerk, standing('agreed'), '2027-01-01')).toBeNull()
    expect(whyNotRecord(clerk, standing('agreed'), '2027-01-02')?.code).toBe('programmes.amendment-signed-late')
    expect(whyNotRecord(clerk, standing('shared'))?.code).toBe('programmes.amendment-not-agreed')
    expect(whyNotRecord(person('b', 'leader'), standing('agreed'))?.code).toBe('not-permitted')
  })
})
