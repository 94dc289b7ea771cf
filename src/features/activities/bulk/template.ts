import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { Book, Row } from '../../../formats/xlsx/book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { headRow, itemsOfProgramme, LOOKS } from '../../plans/index.ts'
import { type ActivityKind, isKind, KINDS } from '../kinds.ts'
import { WORK } from '../rules.ts'
import { bulkColumns } from './columns.ts'

type Loaded = { kind: ActivityKind; items: { code: string; title: string }[] }

const ID = /^([0-9a-f-]{36})_([a-z-]+)$/
const partsOf = (id: string): { programmeId: string; kind: ActivityKind } | null => {
  const [, programmeId, kind = ''] = ID.exec(id) ?? []
  return programmeId && isKind(kind) ? { programmeId, kind } : null
}

/** The table of a kind to be filled in: one sheet for the activities, one that lists the items of the plans by their codes. */
export function templateBook({ kind, items }: Loaded): Book {
  const columns = bulkColumns(kind)
  const helps: Row = { cells: columns.map(({ help }) => ({ value: help, look: { ...LOOKS.text, italic: true, size: 10 } })) }
  const sheet = {
    name: 'Hoạt động',
    columns: columns.map(column => column.width),
    frozen: 2,
    landscape: true,
    rows: [headRow(columns.map(column => column.title)), helps],
  }
  const list = {
    name: 'Mục kế hoạch',
    columns: [12, 90],
    frozen: 1,
    rows: [
      headRow(['Mã', 'Nội dung']),
      ...items.map(
        ({ code, title }): Row => ({
          cells: [
            { value: code, look: LOOKS.center },
            { value: title, look: LOOKS.text },
          ],
        }),
      ),
    ],
  }
  return { title: `Bảng nhập: ${KINDS[kind].name}`, author: '', sheets: [sheet, list] }
}

/** The table to be filled in, by programme and kind: "<programme>_training". */
export const templateExport: Export = {
  name: 'activity-template',
  formats: ['xlsx'],
  permission: WORK,
  takes: id => partsOf(id) !== null,
  load: async ({ db }, id): Promise<Loaded> => {
    const parts = partsOf(id)
    if (!parts) throw new Refusal('not-found', { what: 'file' })
    const items = await itemsOfProgramme(db, parts.programmeId)
    return {
      kind: parts.kind,
      items: items
        .filter(item => item.droppedReason === null)
        .map(({ year, position, title }) => ({ code: `${year}/${position}`, title })),
    }
  },
  render: async (loaded: Loaded) => ({
    bytes: Readable.from(renderXlsx(templateBook(loaded))),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `bang-nhap-${loaded.kind}.xlsx`,
  }),
}
