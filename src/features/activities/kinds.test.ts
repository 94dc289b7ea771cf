import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIMENSION_KEYS, DIMENSIONS, whyNotBreakdown } from './breakdown.ts'
import { partsOf, partsOfFields, whyNotDetails } from './details.ts'
import { kindNow, READY } from './kind-book.ts'
import { ACTIVITY_KINDS, FIELD_TYPES } from './kinds.ts'
import { whyNotLabel } from './own-kinds/labels.ts'

const fieldsOfKind = (key: string) => kindNow(READY, key)!.fields
const PERSON = /person|people|citizen|account|name/

describe('kinds of work', () => {
  it('have fields of the closed set of types, none of which holds a person', () => {
    expect(FIELD_TYPES.filter(type => PERSON.test(type))).toEqual([])
    for (const kind of ACTIVITY_KINDS) {
      const fields = fieldsOfKind(kind)
      expect(new Set(fields.map(field => field.key)).size, kind).toBe(fields.length)
      for (const field of fields) {
        expect(FIELD_TYPES).toContain(field.type)
        expect(whyNotLabel(field.label), field.label).toBeNull()
        expect(Boolean(field.choices)).toBe(field.type === 'choice')
        expect(Boolean(field.pair)).toBe(field.type === 'pair')
      }
    }
  })

  it('take values of their fields and no others', () => {
    const fields = fieldsOfKind('critique')
    const code = (values: object) => whyNotDetails(fields, values as never)?.code ?? null
    expect(
      code({ form: 'comment', agency: 'Sở Tư pháp', deadline: '2026-05-01', paper: { number: '12/DT', date: null } }),
    ).toBeNull()
    expect(code({ comments: { first: 9, second: 4 } })).toBeNull()
    expect(code({ comments: { first: 4, second: 9 } })).toBe('activities.second-greater')
    expect(code({ form: 'khác' })).toBe('activities.wrong-field')
    expect(code({ deadline: 'mai' })).toBe('activities.wrong-field')
    expect(code({ khac: 1 })).toBe('activities.unknown-field')
    for (const agency of ['Ông Nguyễn Văn A', 'bà Lò Thị B', 'Đồng chí C'])
      expect(code({ agency })).toBe('activities.agency-person')
  })

  it('sum up what is a count, money or a half of a pair', () => {
    const values = { occasion: 'Tết', points: 2, gifts: 1000 }
    expect(partsOf(fieldsOfKind('visit'), values)).toEqual({ points: 2, gifts: 1000 })
    expect(partsOf(fieldsOfKind('critique'), { comments: { first: 9, second: null } })).toEqual({ 'comments.first': 9 })
    for (const kind of ACTIVITY_KINDS)
      for (const { part, unit, word } of partsOfFields(fieldsOfKind(kind))) expect(`${part}${unit}${word}`).not.toBe(part)
  })
})

describe('a split of those reached', () => {
  const row = fc.constantFrom(...DIMENSION_KEYS).chain(dimension =>
    fc.record({
      dimension: fc.constant(dimension),
      label: fc.constantFrom(...(DIMENSIONS[dimension] as readonly string[])),
      count: fc.nat(50),
    }),
  )
  const rows = fc.uniqueArray(row, { maxLength: 12, selector: one => `${one.dimension} ${one.label}` })

  it('stands exactly where no dimension adds up to more than the whole', () => {
    fc.assert(
      fc.property(rows, fc.nat(120), (split, reached) => {
        const most = Math.max(
          0,
          ...DIMENSION_KEYS.map(key => split.filter(one => one.dimension === key).reduce((sum, one) => sum + one.count, 0)),
        )
        expect(whyNotBreakdown(split, reached) === null).toBe(most <= reached)
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  it('is of something, in labels of the list, each once', () => {
    const women = { dimension: 'sex', label: 'Nữ', count: 1 } as const
    expect(whyNotBreakdown([women], null)?.code).toBe('activities.split-of-nothing')
    expect(whyNotBreakdown([women, women], 9)?.code).toBe('activities.split-twice')
    expect(whyNotBreakdown([{ ...women, label: 'Nguyễn Văn A' }], 9)?.code).toBe('activities.unknown-split')
    expect(DIMENSIONS.people).toHaveLength(55)
  })
})

describe('the label of a field of a province’s own kind', () => {
  it.each([
    'Tôn giáo',
    'TÔN GIÁO',
    'ton giao',
    'Tôn-giáo',
    'tôn  giáo của hộ',
    'T.ô.n g.i.á.o',
    'Tôn giáo'.normalize('NFD'),
    't0n gia0',
    'tοn giаο',
    'Tôn g\u200biáo',
    'ＴＯＮ　ＧＩＡＯ',
    'đôi_tượng',
    'đốɪ tượng đỐi TưỢng',
    'Тоn giао',
    'Niềm tin của bà con',
    'T/h/á/i đ/ộ',
    'Tín ngưỡng',
    'tin nguong',
    'Thái độ của người dân',
    'thai-do',
    'Số đối tượng',
    'ĐỐI TƯỢNG cần theo dõi',
    'doi tuong',
    'Đ ố i t ư ợ n g',
    'Quan điểm',
    'Tư tưởng chính trị',
    'Ý kiến của người dân',
    'Ý kiến cá nhân',
    'Họ và tên',
    'Ho ten',
    'Danh sách người dự',
    'Số CCCD',
    'Số điện thoại',
    'Biểu hiện nghi vấn',
    'Phần tử xấu',
    'phan tu xau',
    'sốtôngiáo',
  ])('is refused where it asks for persons: %s', label => expect(whyNotLabel(label)?.code).toBe('activities.label-of-persons'))

  it.each([
    'Số buổi',
    'Kinh phí',
    'Ý kiến, kiến nghị',
    'Nội dung tuyên truyền',
    'Cơ quan chủ trì',
    'Số hộ tham gia',
    'Công trình',
    'Bộ phận tư vấn',
    'Số bộ phận tư pháp được mời',
    'Hội nghị vận động',
    'Thông tin đoàn công tác',
    'Người biểu diễn',
    'Lớp theo đào tạo từ xa',
  ])('stands where it asks for work: %s', label => expect(whyNotLabel(label)).toBeNull())
})
