import { type CompiledReview, yearsOf } from './contract.ts'

const YEAR_BEFORE = 'Cùng kỳ năm trước'
const WHOLE_TERM = 'Cả giai đoạn'
const ANNEX_COLUMNS = ['Nội dung', 'Chủ trì', 'Chỉ tiêu', 'Thực hiện', 'Lượt', 'Kinh phí', YEAR_BEFORE, 'Kết quả']

/** Columns of the annex, in order. Reports that were frozen before it had the year before keep their bytes, without that column. */
export function annexColumns({ annex: [first], head: { period } }: Pick<CompiledReview, 'annex' | 'head'>): string[] {
  if (period.kind === 'final') return ['Nội dung', ...yearsOf(period).map(year => `Năm ${year}`), WHOLE_TERM, 'Kinh phí']
  return first && first.cells.length < ANNEX_COLUMNS.length ? ANNEX_COLUMNS.filter(title => title !== YEAR_BEFORE) : ANNEX_COLUMNS
}
