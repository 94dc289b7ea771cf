import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { Book, Row } from '../../../formats/xlsx/book.ts'
import { renderXlsx } from '../../../formats/xlsx/write.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { headRow, itemsOfProgramme, LOOKS } from '../../plans/index.ts'
import { kindNow, type ListedKind } from '../kind-book.ts'
import { kindsOfProgramme } from '../own-kinds/store.ts'
import { WORK } from '../rules.ts'
import { bulkColumns } from './columns.ts'

type Loaded = { kind: ListedKind; items: { code: string; title: string }[] }

const ID = /^([0-9a-f-]{36})_([0-9a-z-]{1,40})$/
const partsOf = (id: string): { programmeId: string; key: string } | null => {
  const [, programmeId, key] = ID.exec(id) ?? []
  return programmeId && key ? { programmeId, key } : null
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
  return { title: `Bảng nhập: ${kind.name}`, author: '', sheets: [sheet, list] }
}

/** The table to be filled in, by programme and kind: "<programme>_training". */
export const templateExport: Export = {
  name: 'activity-template',
  formats: ['xlsx'],
  permission: WORK,
  takes: id => partsOf(id) !== null,
  load: async ({ db }, id): Promise<Loaded> => {
    const parts = partsOf(id)
    const kind = parts && kindNow(await kindsOfProgramme(db, parts.programmeId), parts.key)
    if (!parts || !kind) throw new Refusal('not-found', { what: 'file' })
    const items = await itemsOfProgramme(db, parts.programmeId)
    return {
      kind,
      items: items
        .filter(item => item.droppedReason === null)
        .map(({ year, position, title }) => ({ code: `${year}/${position}`, title })),
    }
  },
  render: async (loaded: Loaded) => ({
    bytes: Readable.from(renderXlsx(templateBook(loaded))),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `bang-nhap-${loaded.kind.key}.xlsx`,
  }),
}
