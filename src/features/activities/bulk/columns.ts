import type { ListedKind } from '../kind-book.ts'

/** What a column of a table of activities holds. `detail` names a field of the kind; `half` one side of a pair or of a paper. */
export type BulkColumn = {
  title: string
  holds:
    | 'item'
    | 'title'
    | 'heldOn'
    | 'heldTo'
    | 'place'
    | 'places'
    | 'count'
    | 'reach'
    | 'money'
    | 'note'
    | { detail: string; half?: 'first' | 'second' | 'number' | 'date' }
  required?: true
  width: number
  help: string
}

const day = 'Ngày, tháng, năm: 21/11/2026'

/** The columns of the table of a kind: those of every activity, its count pair, its own fields. */
export function bulkColumns({
  count,
  reach,
  fields,
  required,
}: Pick<ListedKind, 'count' | 'reach' | 'fields' | 'required'>): BulkColumn[] {
  const must = (key: string) => (required.includes(key) ? { required: true as const } : {})
  return [
    {
      title: 'Mục kế hoạch',
      holds: 'item',
      required: true,
      width: 14,
      help: 'Năm và số mục, như 2026/14; xem trang Mục kế hoạch',
    },
    { title: 'Tên hoạt động', holds: 'title', required: true, width: 44, help: 'Tối đa 500 ký tự' },
    { title: 'Từ ngày', holds: 'heldOn', required: true, width: 13, help: day },
    { title: 'Đến ngày', holds: 'heldTo', width: 13, help: 'Để trống nếu trong một ngày' },
    { title: 'Địa điểm', holds: 'place', required: true, width: 28, help: 'Nơi tổ chức' },
    {
      title: 'Xã, thôn',
      holds: 'places',
      width: 28,
      help: 'Nhiều nơi cách nhau bằng dấu chấm phẩy; thôn ghi kèm xã: thôn A, xã B',
    },
    ...(count ? [{ title: `Số ${count}`, holds: 'count' as const, ...must('count'), width: 11, help: 'Số' }] : []),
    ...(reach ? [{ title: `Số ${reach}`, holds: 'reach' as const, ...must('reach'), width: 13, help: 'Số' }] : []),
    { title: 'Kinh phí (đồng)', holds: 'money', width: 16, help: 'Số đồng, không có số lẻ' },
    ...fields.flatMap(({ key, label, type, unit, pair, choices }): BulkColumn[] => {
      const one = (title: string, help: string, half?: 'first' | 'second' | 'number' | 'date'): BulkColumn => ({
        title,
        holds: { detail: key, ...(half && { half }) },
        ...(half === 'second' ? {} : must(key)),
        width: 22,
        help,
      })
      if (type === 'pair') return [one(`${label}: ${pair![0]}`, 'Số', 'first'), one(`${label}: ${pair![1]}`, 'Số', 'second')]
      if (type === 'document') return [one(`${label}: số`, 'Số, ký hiệu', 'number'), one(`${label}: ngày`, day, 'date')]
      if (type === 'choice') return [one(label, Object.values(choices ?? {}).join('; '))]
      if (type === 'date') return [one(label, day)]
      if (type === 'place') return [one(label, 'Một nơi; thôn ghi kèm xã: thôn A, xã B')]
      return [one(unit ? `${label} (${unit})` : label, type === 'count' || type === 'money' ? 'Số' : 'Tối đa 300 ký tự')]
    }),
    { title: 'Ghi chú', holds: 'note', width: 30, help: '' },
  ]
}
