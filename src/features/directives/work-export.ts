import { Readable } from 'node:stream'
import type { Export } from '../../engine/feature.ts'
import type { CellValue } from '../../formats/xlsx/book.ts'
import { tableBook, XLSX_TYPE } from '../../formats/xlsx/table-book.ts'
import { renderXlsx } from '../../formats/xlsx/write.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { hyphened } from '../../kernel/vietnamese.ts'
import { getDirective, sameDirectives } from './store.ts'
import { nameOfDirective } from './words.ts'
import { workUnder } from './work.ts'

type Loaded = { name: string; clauses: CellValue[][]; activities: CellValue[][] }

/** What was done under one document: its clauses and all of its activities, over every programme of the asker that cites it. */
export const directiveExport: Export = {
  name: 'directive',
  formats: ['xlsx'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db, acting }, id): Promise<Loaded> => {
    const found = await getDirective(db, id)
    const own = typeof acting === 'string' ? null : acting.bodyId
    const works = await Promise.all((await sameDirectives(db, found)).map(one => workUnder(db, one, { own, most: null })))
    const named = works.map(work => ({ ...work, name: work.programme.number ?? work.programme.title }))
    return {
      name: nameOfDirective(found),
      clauses: named.flatMap(({ name, clauses }) =>
        clauses.map(({ path, text, items }): CellValue[] => [name, citeClause(path), text, items]),
      ),
      activities: named.flatMap(({ name, activities }) =>
        activities.map((one): CellValue[] => [
          name,
          { date: one.heldOn },
          one.title,
          one.place,
          one.clausePath === null ? '' : citeClause(one.clausePath),
          one.count?.value ?? null,
          one.count?.unit ?? '',
          one.reach?.value ?? null,
          one.reach?.unit ?? '',
          one.money,
          one.owner,
        ]),
      ),
    }
  },
  render: async ({ name, clauses, activities }: Loaded) => {
    const title = `Kết quả thực hiện ${name}`
    const book = tableBook(title, '', [
      { name: 'Hoạt động', title, columns: ACTIVITY_COLUMNS, rows: activities },
      { name: 'Điều khoản', title, columns: CLAUSE_COLUMNS, rows: clauses },
    ])
    const fileName = `thuc-hien-${hyphened(name)}.xlsx`
    return { bytes: Readable.from(renderXlsx(book)), mediaType: XLSX_TYPE, fileName }
  },
}

const ACTIVITY_COLUMNS = [
  { title: 'Chương trình', width: 22 },
  { title: 'Ngày', width: 12 },
  { title: 'Hoạt động', width: 44 },
  { title: 'Nơi', width: 20 },
  { title: 'Điều khoản', width: 24 },
  { title: 'Số lượng', width: 10, number: true },
  { title: 'Đơn vị', width: 10 },
  { title: 'Lượt', width: 10, number: true },
  { title: 'Đơn vị', width: 12 },
  { title: 'Kinh phí (đồng)', width: 16, number: true },
  { title: 'Cơ quan', width: 16 },
]
const CLAUSE_COLUMNS = [
  { title: 'Chương trình', width: 22 },
  { title: 'Điều khoản', width: 26 },
  { title: 'Nội dung', width: 80 },
  { title: 'Mục kế hoạch', width: 12, number: true },
]
