import { describe, expect, it } from 'vitest'
import type { Book, Cell } from '../../../formats/xlsx/book.ts'
import { openXlsx } from '../../../formats/xlsx/read.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { addMessages, find } from '../../../ui/messages/index.ts'
import { features } from '../../../ui/messages/vi/features.ts'
import { kindNow, type ListedKind, READY } from '../kind-book.ts'
import { bulkColumns } from './columns.ts'
import { placeFinder } from './places.ts'
import { type BulkGround, readBulk } from './read.ts'
import { templateBook } from './template.ts'

addMessages(features)
const ITEM = '00000000-0000-7000-8000-000000000001'
const PLACE = '00000000-0000-7000-8000-000000000002'
const VILLAGE = '00000000-0000-7000-8000-000000000003'
const places = [
  { id: PLACE, name: 'xã Nậm Mây', parentName: 'tỉnh Sơn Hà', kind: 'commune' },
  { id: VILLAGE, name: 'thôn Nà Lốc', parentName: 'xã Nậm Mây', kind: 'village' },
  { id: ITEM, name: 'thôn Nà Lốc', parentName: 'xã Đăk Mây', kind: 'village' },
]
const ground: BulkGround = {
  kind: kindNow(READY, 'voter-contact')!,
  itemId: code => (code === '2026/2' ? ITEM : null),
  placesOf: placeFinder(places),
  programme: { periodFrom: 2026, periodTo: 2030 },
  today: '2026-06-16',
}

/** Our own table with lines filled in by column, as a spreadsheet would save it. */
function filled(lines: readonly Record<string, Cell['value']>[], on: BulkGround = ground) {
  const book: Book = templateBook({ kind: on.kind, items: [{ code: '2026/2', title: 'Tiếp xúc cử tri' }] })
  const columns = bulkColumns(on.kind)
  const rows = lines.map(line => ({ cells: columns.map(({ title }) => ({ value: line[title] ?? null })) }))
  const [sheet, ...others] = book.sheets
  const bytes = Buffer.concat([...renderXlsx({ ...book, sheets: [{ ...sheet!, rows: [...sheet!.rows, ...rows] }, ...others] })])
  return readBulk(openXlsx(bytes)[0]!.rows(), on)
}

const LINE = { 'Mục kế hoạch': '2026/2', 'Tên hoạt động': 'Tiếp xúc cử tri', 'Từ ngày': '10/03/2026', 'Địa điểm': 'Nhà văn hóa' }
const problemOf = (change: Record<string, Cell['value']>) => filled([{ ...LINE, ...change }]).lines[0]!.problem?.code ?? null

describe('a table of activities', () => {
  it('comes back from a spreadsheet as it was filled in', () => {
    const table = filled([
      {
        ...LINE,
        'Từ ngày': { date: '2026-03-10' },
        'Xã, thôn': 'nam may; thôn Nà Lốc, xã Nậm Mây',
        'Số cuộc': 2,
        'Số lượt người': '1.433',
        Cấp: 'cấp xã',
        'Ý kiến, kiến nghị: đã tiếp nhận': 12,
        'Ý kiến, kiến nghị: đã trả lời tại chỗ': 9,
      },
    ])
    expect(table).toMatchObject({ problem: null, lines: [{ line: 3, problem: null }] })
    expect(table.lines[0]!.row).toMatchObject({
      itemIds: [ITEM],
      heldOn: '2026-03-10',
      placeIds: [PLACE, VILLAGE],
      count: { value: 2, unit: 'cuộc' },
      reach: { value: 1433, unit: 'lượt người' },
      details: { level: 'commune', opinions: { first: 12, second: 9 } },
    })
  })

  it('says of each line what is to be put right', () => {
    expect(problemOf({ 'Tên hoạt động': null })).toBe('activities.bulk-missing')
    expect(problemOf({ 'Mục kế hoạch': '2026/9' })).toBe('activities.bulk-no-item')
    expect(problemOf({ 'Từ ngày': '31/02/2026' })).toBe('activities.bulk-date')
    expect(problemOf({ 'Từ ngày': '10/07/2026' })).toBe('activities.not-yet')
    expect(problemOf({ 'Xã, thôn': 'xã Không Có' })).toBe('activities.bulk-no-place')
    expect(problemOf({ 'Xã, thôn': 'thôn Nà Lốc' })).toBe('activities.bulk-no-place')
    expect(problemOf({ 'Số cuộc': -1 })).toBe('activities.bulk-negative')
    expect(problemOf({ 'Ý kiến, kiến nghị: đã trả lời tại chỗ': 3 })).toBe('activities.second-greater')
    expect(problemOf({ 'Cơ quan đối thoại': 'Bà Nguyễn Thị A' })).toBe('activities.agency-person')
  })

  it('says in one sentence which cell cannot be read and why', () => {
    const said = (change: Record<string, Cell['value']>) => {
      const { code, data } = filled([{ ...LINE, ...change }]).lines[0]!.problem!
      return find(`refusal.${code}`, data)
    }
    const negative = 'nhỏ hơn 0. Số lượng, số tiền phải từ 0 trở lên.'
    expect(said({ 'Số lượt người': -12 })).toBe(`Ô H3, cột “Số lượt người”: “-12” ${negative}`)
    expect(said({ 'Kinh phí (đồng)': '-1.000.000' })).toBe(`Ô I3, cột “Kinh phí (đồng)”: “-1.000.000” ${negative}`)
    expect(said({ 'Ý kiến, kiến nghị: đã tiếp nhận': -3 })).toMatch(
      /^Ô [A-Z]+3, cột “Ý kiến, kiến nghị: đã tiếp nhận”: “-3” nhỏ hơn 0/,
    )
    expect(said({ 'Số cuộc': 'hai' })).toBe('Ô G3, cột “Số cuộc”: “hai” không phải là số. Ghi số bằng chữ số, như 12 hoặc 1.433.')
    expect(said({ 'Kinh phí (đồng)': 1000.5 })).toContain('có số lẻ')
    expect(said({ 'Số cuộc': 1e13 })).toContain('quá lớn')
    expect(said({ 'Từ ngày': '31/02/2026' })).toContain('“31/02/2026” không phải là ngày có thật')
    expect(said({ Cấp: 'cấp trời' })).toMatch(/“cấp trời” không có trong danh sách. Chọn một trong: .*Cấp xã/)
    expect(said({ 'Địa điểm': 'x'.repeat(301) })).toBe('Ô E3, cột “Địa điểm”: nội dung quá dài. Viết gọn lại.')
  })

  it('is read by a kind of a programme’s own as by a ready one: what must be there, a place, its choices', () => {
    const fields = [
      { key: 'stops', label: 'Điểm dừng', type: 'count', unit: 'điểm' },
      { key: 'start', label: 'Xuất phát', type: 'place' },
      { key: 'means', label: 'Phương tiện', type: 'choice', choices: { c1: 'Xe lưu động', c2: 'Loa kéo' } },
    ] as const
    const said = { name: 'Tuyên truyền lưu động', explanation: 'Một ngày là một chuyến', count: 'chuyến', reach: null }
    const list = { key: 'own', version: 2, programmeId: ITEM, standing: 'current' } as const
    const kind: ListedKind = { ...said, ...list, fields, required: ['count', 'stops'] }
    const read = (line: Record<string, Cell['value']>) => filled([{ ...LINE, ...line }], { ...ground, kind }).lines[0]!
    const written = { 'Số chuyến': 1, 'Điểm dừng (điểm)': 4, 'Xuất phát': 'thôn Nà Lốc, xã Nậm Mây', 'Phương tiện': 'loa keo' }
    expect(read(written).row).toMatchObject({ kind: 'own', details: { stops: 4, start: VILLAGE, means: 'c2' } })
    expect(read({ ...written, 'Điểm dừng (điểm)': null }).problem?.code).toBe('activities.bulk-missing')
    expect(read({ ...written, 'Xuất phát': 'xã Không Có' }).problem?.code).toBe('activities.bulk-place')
  })

  it('takes no line twice, and no table of another kind', () => {
    expect(filled([LINE, LINE]).lines.map(one => one.problem?.code)).toEqual([undefined, 'activities.bulk-twice'])
    expect(readBulk([{ number: 1, cells: ['Họ tên', 'Tuổi'] }], ground).problem?.code).toBe('activities.bulk-no-head')
  })

  it('has a column of its own for each thing, in every kind', () => {
    for (const kind of READY) {
      const titles = bulkColumns(kind).map(column => column.title)
      expect([kind.key, new Set(titles).size]).toEqual([kind.key, titles.length])
    }
  })
})
