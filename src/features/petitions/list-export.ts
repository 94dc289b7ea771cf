import { z } from 'zod'
import { allPages, listExport } from '../../engine/list-export.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { t } from '../../ui/messages/index.ts'
import { list, listFilters } from './queries/list.ts'
import { ORIGIN_NAMES, wordOf } from './words.ts'

const PAGE = 500

/** The petitions that the filters of the list let through: by subject and commune, as the list tells them, never by sender. */
export const petitionListExport = listExport(
  {
    name: 'petition-list',
    permission: { roles: anyRole, reach: 'party' },
    filters: z.strictObject(listFilters),
    file: 'so-theo-doi-kien-nghi',
    title: 'Sổ theo dõi ý kiến, kiến nghị',
    columns: [
      { title: 'Ngày tiếp nhận', width: 12 },
      { title: 'Nội dung', width: 50 },
      { title: 'Lĩnh vực', width: 24 },
      { title: 'Xã', width: 18 },
      { title: 'Nguồn', width: 18 },
      { title: 'Số ý kiến', width: 10, number: true },
      { title: 'Tình trạng', width: 24 },
      { title: 'Đang ở', width: 30 },
      { title: 'Hạn', width: 12 },
      { title: 'Cơ quan tiếp nhận', width: 20 },
    ],
  },
  async (context, wanted) => {
    const lines = await allPages(PAGE, async offset => {
      const { petitions } = await list.run(context, { ...wanted, offset, limit: PAGE })
      return petitions
    })
    return lines.map((row): CellValue[] => [
      { date: row.receivedOn },
      row.subject,
      row.field,
      row.commune,
      ORIGIN_NAMES[row.origin],
      row.voices ?? 'dưới 5',
      t(`state.${wordOf(row.state, row.confirmed)}`),
      row.holder,
      row.dueOn ? { date: row.dueOn } : null,
      row.owner,
    ])
  },
)
