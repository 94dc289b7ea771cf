import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/permissions.ts'
import { proposalsFrom } from './citations.ts'
import { standingOn, whyNotFields, whyNotOwn, whyNotRemove } from './rules.ts'
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
