import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Book, type Cell, type CellValue, columnName, columnOf, dateOf, serialOf } from './book.ts'
import { openXlsx, type ReadCell } from './read.ts'
import { writable } from './text.ts'
import { renderXlsx } from './write.ts'

const bytesOf = (book: Book): Uint8Array => Buffer.concat([...renderXlsx(book)])
const bookOf = (...rows: (Cell | null)[][]): Book => ({
  title: 'Dự toán',
  author: 'Sơn Hà',
  sheets: [{ name: 'Bảng', columns: [8, 40], rows: rows.map(cells => ({ cells })) }],
})
const readBack = (book: Book) => openXlsx(bytesOf(book)).map(({ name, rows }) => ({ name, rows: [...rows()] }))
const partOf = (book: Book, name: string) => new TextDecoder().decode(unzipSync(bytesOf(book))[name])

/** An XLSX by hand, as other programs write them. */
const foreign = (sheet: string, extra: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="Một" r:id="b"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/../sheet.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="d" Type="x/styles" Target="styles.xml"/></Relationships>',
        'xl/sheet.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...extra,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
const rowsOf = (bytes: Uint8Array) => openXlsx(bytes).flatMap(sheet => [...sheet.rows()])

describe('a workbook', () => {
  it('gives back what was written into it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('_x0041_', ' đầu', 'cuối ', 'hai\ndòng', '=1+1'),
    )
    const day = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    const value: fc.Arbitrary<CellValue> = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      day.map(moment => ({ date: moment.toISOString().slice(0, 10) })),
      fc.constant(null),
    )
    const expected = (cell: CellValue): ReadCell =>
      typeof cell === 'string' ? writable(cell) || null : Object.is(cell, -0) ? 0 : cell
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 30 }), { maxLength: 8 }), rows => {
        const book = bookOf(...rows.map(cells => cells.map(one => ({ value: one, look: { border: true } }))))
        expect(readBack(book)[0]!.rows.map(row => row.cells)).toEqual(rows.map(cells => cells.map(expected)))
      }),
      { seed: 20_260_103, numRuns: 60 },
    )
  })

  it('writes letters as NFC, escapes marks, and leaves out what XML cannot hold', () => {
    const [sheet] = readBack(bookOf([{ value: 'Tiê\u0301ng Vi\u1EC7t <&> \u0000"x"\r\n2' }]))
    expect(sheet!.rows[0]!.cells).toEqual(['Ti\u1EBFng Vi\u1EC7t <&> "x"\n2'])
  })

  it('is the same bytes for the same book', () => {
    const book = bookOf([{ value: 'một' }, { value: 1 }])
    expect(bytesOf(book)).toEqual(bytesOf(book))
  })

  it('keeps sums as formulas with their value, covers cells, freezes and repeats the head, prints on A4', () => {
    const sheets = [
      {
        name: 'Dự toán: "năm" [2026]',
        columns: [5],
        frozen: 2,
        repeat: [1, 2] as const,
        landscape: true,
        rows: [
          { cells: [{ value: 'Tên', across: 3, look: { bold: true, border: true } }], height: 30 },
          { cells: [{ value: 12_500_000, formula: 'SUM(A3:A4)', look: { format: 'whole' as const } }] },
        ],
      },
    ]
    const book = { title: '', author: '', sheets: [...sheets, ...sheets] }
    const sheet = partOf(book, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<f>SUM(A3:A4)</f><v>12500000</v>')
    expect(sheet).toContain('<mergeCell ref="A1:C1"/>')
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toMatch(/paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/)
    const workbook = partOf(book, 'xl/workbook.xml')
    expect(workbook).toContain(">'Dự toán  &quot;năm&quot;  2026'!$1:$2<")
    expect(readBack(book).map(one => one.name)).toEqual(['Dự toán  "năm"  2026', 'Dự toán  "năm"  2026 (2)'])
  })

  it('refuses numbers that are none and text that programs would cut', () => {
    expect(() => bytesOf(bookOf([{ value: Number.NaN }]))).toThrow(RangeError)
    expect(() => bytesOf(bookOf([{ value: 'x'.repeat(40_000) }]))).toThrow(RangeError)
  })
})

describe('a workbook of another program', () => {
  it('is read with shared strings, runs, gaps, truth values, errors and days', () => {
    const bytes = foreign(
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>46000.5</v></c><c t="b"><v>1</v></c></row>' +
        '<row><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>chữ</v></c><c s="2"><v>3</v></c><c s="3"><v>46000</v></c></row>',
      {
        'xl/strings.xml': '<sst><si><t>không</t></si><si><r><t>hai </t></r><r><t>phần</t></r><rPh><t>đọc</t></rPh></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd mmmm"/><numFmt numFmtId="171" formatCode="#,##0&quot; đồng mỗi ngày&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      },
    )
    expect(rowsOf(bytes)).toEqual([
      { number: 3, cells: ['hai phần', null, { date: '2025-12-09' }, true] },
      { number: 4, cells: ['#N/A', 'chữ', 3, { date: '2025-12-09' }] },
    ])
  })

  it('is refused where it is no workbook, or where its references lead nowhere', () => {
    const code = (work: () => unknown) => {
      try {
        work()
        return null
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    expect(code(() => openXlsx(strToU8('không phải')))).toBe('corrupt')
    expect(code(() => openXlsx(zipSync({ 'a.txt': strToU8('a') })))).toBe('corrupt')
    expect(code(() => rowsOf(foreign('<row><c r="ZZZZ1"><v>1</v></c></row>')))).toBe('corrupt')
    expect(code(() => rowsOf(foreign('<row r="2000000"/>')))).toBe('corrupt')
    expect(code(() => rowsOf(foreign('<row><c r="A1"><v>x</v></c></row>')))).toBe('corrupt')
  })

  it('is refused as a bomb past the cells that are read at most', () => {
    const bytes = foreign(`<row>${'<c/>'.repeat(100)}</row>`.repeat(10))
    const count = (most: number) => openXlsx(bytes, most).flatMap(sheet => [...sheet.rows()]).length
    expect(count(1000)).toBe(10)
    expect(() => count(999)).toThrow(/bomb/)
  })
})

describe('columns and days', () => {
  it('are counted as spreadsheets count them', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
    expect(['A', 'AB12', 'XFD1', 'a1'].map(columnOf)).toEqual([0, 27, 16_383, null])
    expect([serialOf('2026-11-18'), serialOf('1900-03-01'), serialOf('1899-12-31')]).toEqual([46_344, 61, null])
    expect([dateOf(46_344), dateOf(46_344 - 1462, true), dateOf(60)]).toEqual(['2026-11-18', '2026-11-18', null])
  })
})
