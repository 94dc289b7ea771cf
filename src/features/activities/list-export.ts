import { z } from 'zod'
import { allPages, listExport } from '../../engine/list-export.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { listFilters } from './filtered.ts'
import { nameOfKind } from './kind-book.ts'
import { kindsKnown } from './own-kinds/store.ts'
import { list } from './queries/list.ts'

const PAGE = 2000

/** The activities that the filters of the list let through. */
export const activityListExport = listExport(
  {
    name: 'activity-list',
    permission: { roles: anyRole, reach: 'party' },
    filters: z.strictObject(listFilters),
    file: 'danh-sach-hoat-dong',
    title: 'Danh sách hoạt động',
    columns: [
      { title: 'Từ ngày', width: 12 },
      { title: 'Đến ngày', width: 12 },
      { title: 'Tên hoạt động', width: 44 },
      { title: 'Loại hoạt động', width: 26 },
      { title: 'Nơi', width: 24 },
      { title: 'Số đã làm', width: 10, number: true },
      { title: 'Đơn vị tính', width: 12 },
      { title: 'Số người, nơi được đến', width: 12, number: true },
      { title: 'Đơn vị tính', width: 14 },
      { title: 'Kinh phí (đồng)', width: 16, number: true },
      { title: 'Điều khoản', width: 30 },
      { title: 'Minh chứng', width: 10, number: true },
      { title: 'Trả lời', width: 16 },
      { title: 'Cơ quan thực hiện', width: 20 },
    ],
  },
  async (context, wanted) => {
    const kinds = await kindsKnown(context.db)
    const lines = await allPages(PAGE, async offset => {
      const { activities } = await list.run(context, { ...wanted, offset, limit: PAGE, totals: false })
      return activities
    })
    return lines.map((row): CellValue[] => [
      { date: row.heldOn },
      row.heldTo ? { date: row.heldTo } : null,
      row.title,
      nameOfKind(kinds, row.kind),
      row.place,
      row.count?.value ?? null,
      row.count?.unit ?? '',
      row.reach?.value ?? null,
      row.reach?.unit ?? '',
      row.money,
      row.clausePath ? citeClause(row.clausePath) : '',
      row.files,
      row.awaitsAnswer ? 'Chưa có trả lời' : '',
      row.owner.shortName,
    ])
  },
)
