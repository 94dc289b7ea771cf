import { describe, expect, it } from 'vitest'
import type { OwnKindFields } from './contract.ts'
import { whyNotName, whyNotOwnKind } from './rules.ts'

const HOUSEHOLDS = { key: 'h', label: 'Số hộ tham gia', type: 'count', unit: 'hộ' } as const
const kind: OwnKindFields = {
  name: 'Ngày hội văn hóa',
  explanation: 'Ngày hội văn hóa, thể thao các dân tộc',
  count: 'ngày hội',
  reach: 'lượt người',
  fields: [HOUSEHOLDS],
  required: ['count', 'h'],
}
const code = (change: Partial<OwnKindFields>, before: OwnKindFields['fields'] = []) =>
  whyNotOwnKind({ ...kind, ...change }, before)?.code ?? null
const withField = (field: object) => code({ fields: [{ ...HOUSEHOLDS, ...field }], required: [] })

describe('a kind of work of a province’s own', () => {
  it('stands with fields of the closed set of types', () => {
    expect(code({})).toBeNull()
    expect(withField({ type: 'remark', unit: undefined, label: 'Nội dung' })).toBeNull()
    expect(withField({ type: 'choice', choices: { a: 'Cấp xã', b: 'Cấp tỉnh' } })).toBeNull()
    expect(withField({ type: 'pair', pair: ['đã gửi', 'đã trả lời'], sums: 'highest' })).toBeNull()
  })

  it('asks nothing of persons in any of its words', () => {
    const refused = 'activities.label-of-persons'
    expect(code({ name: 'Nắm đối tượng' })).toBe(refused)
    expect(code({ explanation: 'Ghi thái độ của bà con' })).toBe(refused)
    expect(code({ reach: 'đ.ố.i t.ư.ợ.n.g' })).toBe(refused)
    expect(withField({ label: 'Tôn giáo' })).toBe(refused)
    expect(withField({ help: 'Ghi họ và tên' })).toBe(refused)
    expect(withField({ unit: 'tín đồ' })).toBe(refused)
    expect(withField({ type: 'pair', pair: ['đã gặp', 'có tư tưởng tốt'] })).toBe(refused)
    expect(withField({ type: 'choice', choices: { a: 'Theo đạo', b: 'Khác' } })).toBe(refused)
  })

  it('is refused where a field lacks what its type needs', () => {
    expect(withField({ unit: undefined })).toBe('activities.kind-no-unit')
    expect(withField({ type: 'pair' })).toBe('activities.kind-no-pair')
    expect(withField({ type: 'choice', choices: { a: 'Cấp xã' } })).toBe('activities.kind-no-choices')
    expect(withField({ type: 'agency', sums: 'none' })).toBe('activities.kind-no-number')
  })

  it('has a column of its own for everything that it asks', () => {
    expect(withField({ label: 'Ghi chú', type: 'remark', unit: undefined })).toBe('activities.kind-label-twice')
    expect(code({ fields: [HOUSEHOLDS, { ...HOUSEHOLDS, key: 'other' }] })).toBe('activities.kind-label-twice')
    expect(code({ fields: [HOUSEHOLDS, { ...HOUSEHOLDS, label: 'Số trẻ em' }] })).toBe('activities.kind-twice')
  })

  it('counts something, and asks for numbers only', () => {
    expect(code({ count: null, reach: null, fields: [], required: [] })).toBe('activities.kind-counts-nothing')
    expect(code({ count: null })).toBe('activities.kind-required')
    const remark = { key: 'r', label: 'Nội dung', type: 'remark' } as const
    expect(code({ fields: [remark], required: ['r'] })).toBe('activities.kind-required')
  })

  it('keeps the type of a field under which work may be recorded', () => {
    expect(code({}, [{ key: 'h', label: 'Số hộ', type: 'money' }])).toBe('activities.kind-field-moved')
    expect(code({}, [{ key: 'h', label: 'Hộ', type: 'count', unit: 'hộ' }])).toBeNull()
  })

  it('bears a name that no other kind on the list has, however it is written', () => {
    expect(whyNotName('giao luu', ['Giao lưu'])?.code).toBe('activities.kind-name-taken')
    expect(whyNotName('Ngày hội', ['Giao lưu'])).toBeNull()
  })
})
