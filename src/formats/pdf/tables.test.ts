import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shared } from '../../../test/shared.ts'
import type { Source } from '../source.ts'
import { parsePdf } from './parse.ts'
import { typesetSample } from './sample-pdf.ts'

const cellsOf = (source: Source): string[][] =>
  source.tables.flatMap(table => table.rows.map(row => row.cells.map(cell => cell.text)))

const TASKS = '#set page(height: 7cm, width: 16cm, margin: 1cm)\n#set text(size: 11pt)\n'

describe('ruled tables of a PDF', () => {
  test('words go to their cells; in the text a row is one line, its cells divided by tabs', async () => {
    const source = await parsePdf(
      typesetSample(
        `${TASKS}Danh mục nhiệm vụ\n#table(columns: (1cm, 4cm, 3cm), [TT], [Nhiệm vụ], [Thời hạn], [1], [Tuyên truyền pháp luật cho đồng bào], [Quý II])`,
      ),
    )
    expect(source.tables).toHaveLength(1)
    const [table] = source.tables
    expect(source.text.slice(...table!.span)).toBe('TT\tNhiệm vụ\tThời hạn\n1\tTuyên truyền pháp luật cho đồng bào\tQuý II')
    expect(cellsOf(source)[1]).toEqual(['1', 'Tuyên truyền pháp luật\ncho đồng bào', 'Quý II'])
    for (const row of table!.rows) {
      for (const cell of row.cells) expect(source.text.slice(...cell.span)).toBe(cell.text.replaceAll('\n', ' '))
    }
  })

  test('merged cells stand once, with their widths', async () => {
    const source = await parsePdf(
      typesetSample(`${TASKS}#table(columns: (1cm, 4cm, 3cm),
        table.cell(colspan: 3)[I. Tuyên truyền], table.cell(rowspan: 2)[1], [Mở lớp], [Quý I], [Phát tài liệu], [Quý II])`),
    )
    const shape = source.tables[0]!.rows.map(row => row.cells.map(c => [c.text, c.column, c.columnSpan, c.rowSpan]))
    expect(shape).toEqual([
      [['I. Tuyên truyền', 0, 3, 1]],
      [
        ['1', 0, 1, 2],
        ['Mở lớp', 1, 1, 1],
        ['Quý I', 2, 1, 1],
      ],
      [
        ['Phát tài liệu', 1, 1, 1],
        ['Quý II', 2, 1, 1],
      ],
    ])
  })

  test('a table goes on over the page: its head comes once, a row cut by the page is whole', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `[${i + 1}], [Nhiệm vụ thứ ${i + 1} do hai cơ quan cùng chuẩn bị và tổ chức ở các xã], [Quý ${(i % 4) + 1}]`,
    )
    const source = await parsePdf(
      typesetSample(`${TASKS}#table(columns: (1cm, 4cm, 3cm), table.header([TT], [Nhiệm vụ], [Thời hạn]), ${rows.join(', ')})`),
    )
    expect(source.pages.length).toBeGreaterThan(2)
    expect(source.tables).toHaveLength(1)
    const read = cellsOf(source).map(row => row.map(text => text.replaceAll('\n', ' ')))
    expect(read).toEqual([
      ['TT', 'Nhiệm vụ', 'Thời hạn'],
      ...rows.map((_, i) => [
        `${i + 1}`,
        `Nhiệm vụ thứ ${i + 1} do hai cơ quan cùng chuẩn bị và tổ chức ở các xã`,
        `Quý ${(i % 4) + 1}`,
      ]),
    ])
    for (const row of source.tables[0]!.rows) {
      const [start, end] = source.pages[row.page! - 1]!.span
      expect(row.span[0] >= start && row.span[1] <= end).toBe(true)
    }
  })

  test('a frame, an underline or columns without rules are no table', async () => {
    const source = await parsePdf(
      typesetSample('#rect[Khung]\n\n#underline[Gạch chân]\n\n#table(stroke: none, columns: 2, [Một], [Hai])'),
    )
    expect(source.tables).toEqual([])
  })
})

type Task = { page: number; stt: string; task: string; lead: string; support: string; deadline: string; result: string }

const isTasks = (value: unknown): value is { rows: Task[] } =>
  typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)

const flat = (text: string): string => text.replace(/-\n/g, '-').replace(/\s+/g, ' ').trim()

describe.skipIf(!shared)('the task table of a real decision', () => {
  const place = join(shared ?? '', 'data/files/gazette-QD-844-QD-TTg-2026')

  test('all its rows are read cell by cell', async () => {
    const source = await parsePdf(new Uint8Array(readFileSync(`${place}.pdf`)))
    const tasks: unknown = JSON.parse(readFileSync(`${place}.tasks.json`, 'utf8'))
    if (!isTasks(tasks)) throw new Error('the tasks have another shape')
    const read = source.tables
      .flatMap(table => table.rows)
      .map(({ page, cells }) => ({ page, texts: cells.map(cell => flat(cell.text)) }))
      .filter(({ texts }) => /^\d+\.?$/.test(texts[0] ?? ''))
      .map(({ page, texts: [stt, task, lead, support, result, deadline] }) => ({
        page,
        stt: stt?.replace('.', ''),
        task,
        lead,
        support,
        deadline,
        result,
      }))
    const wanted = tasks.rows.map(({ page, stt, task, lead, support, deadline, result }) => ({
      page,
      stt,
      task: flat(task),
      lead: flat(lead),
      support: flat(support),
      deadline: flat(deadline),
      result: flat(result),
    }))
    expect(wanted).toHaveLength(29)
    expect(read).toEqual(wanted)
  })

  test('a file of page pictures is a scan', async () => {
    const bytes = new Uint8Array(readFileSync(join(shared ?? '', 'data/files/gazette-NQ-99-NQ-CP-2026-scan.pdf')))
    await expect(parsePdf(bytes)).rejects.toMatchObject({ code: 'scan' })
  })
})
