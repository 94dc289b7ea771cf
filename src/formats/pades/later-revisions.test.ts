import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, makeIdentity } from './fixtures/identity.ts'
import { revise, SHEET, signPdf, stream, writePdf } from './fixtures/sheet.ts'
import { signByHand } from './fixtures/sign-by-hand.ts'
import { judgePdf } from './judge.ts'
import { NO_LIST } from './trust.ts'

const APPEARANCE = '/Type /XObject /Subtype /Form /BBox [0 0 80 20] /Resources << /Font << /F1 5 0 R >> >>'
let person: Identity
let signed: Uint8Array

beforeAll(async () => {
  person = await makeIdentity({ name: 'Nguyễn Văn Thử', organization: 'Sở Thử nghiệm' })
  signed = await signPdf(writePdf(), person)
})

const judge = (bytes: Uint8Array) => {
  const { integrity, signatures } = judgePdf(bytes, NO_LIST)
  return [integrity, signatures[0]?.changesAfter, signatures[0]?.notes]
}
const changed = (objects: Record<number, string>, options?: Parameters<typeof revise>[2]) => revise(signed, objects, options)
const replace = (number: number, from: string, to: string): Record<number, string> => {
  const object = SHEET[number]!
  expect(object).toContain(from)
  return { [number]: object.replace(from, to) }
}

describe('what a later revision did to a signed paper', () => {
  test('nothing: intact', () => expect(judge(signed)).toEqual(['intact', [], []]))

  test('a second signature in a field of its own: intact', async () => {
    expect(judge(await signPdf(signed, person, 'Đóng dấu'))).toEqual(['intact', ['signature-added'], []])
  })

  test('the prepared field was signed: a filled form, with a note', async () => {
    expect(judge(await signPdf(signed, person, 'ky'))).toEqual(['intact-with-notes', ['field-signed'], []])
  })

  test('validation data was added: intact', () => {
    const catalog = replace(1, '/Pages', '/DSS << /Certs [21 0 R] >> /Pages')
    expect(changesOf({ ...catalog, 21: stream('0') })).toEqual(['intact', ['validation-data-added'], []])
  })

  test('an annotation was added: a note', () => {
    const page = pageWith(/\/Annots\s*\[/, '/Annots [21 0 R ')
    expect(changesOf({ ...page, 21: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>' })).toEqual([
      'intact-with-notes',
      ['annotation-added'],
      [],
    ])
  })

  test('a text field was filled: a note', () => {
    const field = replace(7, '(dong y)', '(khong dong y)')
    expect(changesOf({ 7: field[7]!.replace('11 0 R', '21 0 R'), 21: stream('BT (khong dong y) Tj ET', APPEARANCE) })).toEqual([
      'intact-with-notes',
      ['field-filled'],
      [],
    ])
  })

  test.each<[string, string, () => Record<number, string>, Parameters<typeof revise>[2]?]>([
    ['the words of the page were replaced', 'page-content-changed', () => ({ 4: SHEET[12]! })],
    ['the page shows another content', 'page-content-changed', () => pageWith(/\/Contents 4/, '/Contents 12')],
    ['the font of the page was replaced', 'page-content-changed', () => ({ 5: SHEET[5]!.replace('Helvetica', 'Courier') })],
    ['a page was added', 'pages-changed', () => ({ 2: SHEET[2]!.replace('[3 0 R]', '[3 0 R 21 0 R]'), 21: SHEET[3]! })],
    ['the paper was exchanged for a hidden one', 'page-content-changed', hiddenPaper, { root: 21 }],
    [
      'a field shows what it does not say (shadow attack "replace")',
      'appearance-changed',
      () => ({ 11: stream('BT (huy) Tj ET', APPEARANCE) }),
    ],
    ['a read-only field was filled', 'form-changed', () => replace(8, '(12)', '(99)')],
    ['a field was moved', 'form-changed', () => replace(7, '[20 20', '[20 90')],
    ['an empty field for signing was given a picture', 'appearance-changed', () => replace(9, '/FT', '/AP << /N 11 0 R >> /FT')],
    ['an annotation was changed', 'annotation-changed', () => replace(10, 'xem lai', 'da duyet')],
    ['an annotation was taken away', 'annotation-removed', () => pageWith(/ ?10 0 R/, '')],
    ['an action was added', 'actions-changed', () => replace(1, '/Pages', '/OpenAction << /S /JavaScript >> /Pages')],
    ['layers were added', 'layers-changed', () => replace(1, '/Pages', '/OCProperties << /OCGs [] >> /Pages')],
    [
      'objects were added without cross references (incremental saving attack)',
      'page-content-changed',
      () => ({ 4: SHEET[12]! }),
      { table: false },
    ],
  ])('%s: broken', (_, change, objects, options) => {
    const [integrity, changes] = judge(changed(objects(), options))
    expect([integrity, changes]).toEqual(['broken', expect.arrayContaining([change])])
  })

  test('objects left out of the cross references of a later revision: broken', () => {
    const hidden = revise(signed, { 4: SHEET[12]! }, { table: false })
    const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(signed).toString('latin1'))![1])
    expect(judge(revise(hidden, { 30: 'null' }, { previous: before }))).toEqual(['broken', ['page-content-changed'], []])
  })

  describe('a paper made so that what is drawn seems to be something else', () => {
    const form = (content: string, more = '') => stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 300 300] ${more}`)
    const shows = (resources: string): string => SHEET[3]!.replace('/Resources << ', `/Resources << /XObject << ${resources} >> `)
    const judgeChange = async (objects: Record<number, string>, later: Record<number, string>) =>
      judge(revise(await signPdf(writePdf({ ...SHEET, ...objects }), person), later))

    test.each<[string, Record<number, string>, Record<number, string>]>([
      [
        'a picture whose name is that of a way upwards',
        { 3: shows('/P 31 0 R'), 31: form('(100) Tj') },
        { 31: form('(900) Tj') },
      ],
      [
        'resources that call themselves a page',
        {
          3: SHEET[3]!.replace(/\/Resources <<.*?>> >>/, '/Resources 32 0 R'),
          31: form('(100) Tj'),
          32: pageLike(31),
          33: form('(900) Tj'),
        },
        { 32: pageLike(33) },
      ],
      [
        'resources in a circle with what may change unseen',
        {
          1: SHEET[1]!.replace('/Pages', '/DSS 32 0 R /Pages'),
          3: shows('/Im 31 0 R'),
          31: form('/Q Do', '/Resources 32 0 R'),
          32: '<< /XObject << /Self 31 0 R /Q 33 0 R >> >>',
          33: form('(100) Tj'),
        },
        { 33: form('(900) Tj') },
      ],
      ['a page that holds an empty list of pages', { 3: SHEET[3]!.replace('/Type', '/Kids [] /Type') }, { 4: SHEET[12]! }],
    ])('%s: broken', async (_, objects, later) => {
      const [integrity, changes] = await judgeChange(objects, later)
      expect([integrity, changes]).toEqual(['broken', expect.arrayContaining(['page-content-changed'])])
    })

    test('a field that showed nothing was given a picture: broken', async () => {
      const empty = SHEET[7]!.replace(/\/V \(.*?\)/, '').replace(/\/AP <<.*?>>/, '')
      expect(await judgeChange({ 7: empty }, { 7: empty.replace('/FT', '/AP << /N 11 0 R >> /FT') })).toEqual([
        'broken',
        ['appearance-changed'],
        [],
      ])
    })

    test('a font of the form draws other letters: broken', async () => {
      const own = { 6: SHEET[6]!.replace('/F1 5 0 R', '/F2 31 0 R'), 31: SHEET[5]! }
      const font = SHEET[5]!.replace('/BaseFont', '/Encoding << /Differences [49 /nine] >> /BaseFont')
      expect(await judgeChange(own, { 31: font })).toEqual(['broken', ['form-changed'], []])
    })

    test('a long outline, each line naming the next one, is compared to its end', async () => {
      const last = 3000
      const lines = Object.fromEntries(
        Array.from({ length: last }, (_, i) => [
          100 + i,
          `<< /Title (${i}) /Parent 99 0 R ${i < last - 1 ? `/Next ${101 + i} 0 R` : ''} >>`,
        ]),
      )
      const outline = { 1: SHEET[1]!.replace('/Pages', '/Outlines 99 0 R /Pages'), 99: '<< /First 100 0 R >>', ...lines }
      expect(await judgeChange(outline, { 30: 'null' })).toEqual(['intact-with-notes', [], ['trailing-bytes']])
      expect(await judgeChange(outline, { [99 + last]: '<< /Title (khac) /Parent 99 0 R >>' })).toEqual([
        'intact-with-notes',
        ['outline-changed'],
        [],
      ])
    })
  })

  test.each([
    ['a filled shape over words', '1 g 0 0 90 20 re f', '[15 245 90 262]', ['signature-over-words', 'signature-added']],
    ['other words over words', 'BT (900) Tj ET', '[15 245 90 262]', ['signature-over-words', 'signature-added']],
    ['a filled shape where nothing stands', '1 g 0 0 90 20 re f', '[15 100 90 120]', ['signature-added']],
    ['only lines over words, as the rim of a seal', '0 0 90 20 re S', '[15 245 90 262]', ['signature-added']],
  ])('a valid signature draws %s', async (_, look, room, changes) => {
    const twice = await signByHand(signed, person, { look: stream(look, APPEARANCE), room })
    const [integrity, told] = judge(twice)
    expect(integrity).toBe(changes.length > 1 ? 'intact-with-notes' : 'intact')
    expect(told).toEqual(expect.arrayContaining(changes))
    expect(told).toHaveLength(changes.length)
  })

  test('an empty field for signing that is moved while it is signed: broken', async () => {
    const moved = await signByHand(signed, person, { at: '[15 245 90 262]' })
    expect(judge(moved)).toEqual(['broken', ['form-changed'], []])
  })

  test('more signatures than anybody sets are not judged', () => {
    const fields = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [100 + i, '<< /Type /Sig /ByteRange [0 1 2 3] >>']))
    expect(() => judge(changed(fields))).toThrow('too-heavy')
  })

  test('a second signature in a field of the same name takes the place of the first: a note', async () => {
    const first = await signPdf(writePdf({ ...SHEET, 9: SHEET[9]!.replace('(ky)', '(them)') }), person, 'them')
    const look = { look: stream('', '/Type /XObject /Subtype /Form /BBox [0 0 1 1]'), room: '[200 20 210 30]' }
    expect(judge(await signByHand(first, person, look))).toEqual(['intact-with-notes', ['field-added'], []])
  })

  test('readers are asked to draw the fields anew, behind another signature too: a note', async () => {
    const form = { 6: signedObject(6).replace('<<', '<< /NeedAppearances true') }
    expect(judge(await signPdf(changed(form), person, 'Đóng dấu'))).toEqual([
      'intact-with-notes',
      ['signature-added', 'fields-redrawn'],
      [],
    ])
  })

  test('a second field for the same signature shows something of its own: a note', () => {
    const form = formWith('21 0 R')
    const field = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (lai) /V 13 0 R /Rect [0 0 90 90] /AP << /N 11 0 R >> >>'
    expect(changesOf({ ...form, 21: field })).toEqual(['intact-with-notes', ['field-added'], []])
  })
})

describe('a signature whose parts do not hold', () => {
  const text = () => Buffer.from(signed).toString('latin1')
  const rewritten = (from: RegExp | string, to: string) => Buffer.from(text().replace(from, to), 'latin1')

  test('one changed byte: broken', () => {
    expect(judge(rewritten('Kinh phi: 100', 'Kinh phi: 900'))).toEqual(['broken', [], ['digest-mismatch']])
  })

  test('the reason was changed in a copy of the signature: broken', () => {
    const dictionary = /\n13 0 obj\n([^]*?)\nendobj/.exec(text())![1]!
    const [integrity, changes] = judge(changed({ 13: dictionary.replace('>>', '/Reason (khac) >>') }))
    expect([integrity, changes]).toEqual(['broken', ['signature-changed']])
  })

  test.each([
    ['no byte range', /\/ByteRange \[[^\]]*\]/, ''],
    ['a byte range of two numbers', /\/ByteRange \[[^\]]*\]/, '/ByteRange [0 10]'],
    ['a byte range that begins later', /\/ByteRange \[0 /, '/ByteRange [9 '],
    ['a negative byte range', /\/ByteRange \[0 (\d+)/, '/ByteRange [0 -$1'],
    ['no contents', /\/Contents <[\da-fA-F]*>/, ''],
    ['empty contents', /\/Contents <[\da-fA-F]*>/, '/Contents <>'],
    ['contents of nothing but zeros', /\/Contents <[\da-fA-F]*>/, `/Contents <${'0'.repeat(100)}>`],
  ])('%s (universal signature forgery): broken', (_, from, to) => {
    expect(judge(rewritten(from, to))[0]).toBe('broken')
  })

  test('room beside the contents (signature wrapping): broken', () => {
    const found = /\/Contents <[\da-fA-F]*>/.exec(text())![0]
    expect(judge(rewritten(found, `${found}    `))[0]).toBe('broken')
  })

  test('bytes taken from the end: the file was rewritten', () => {
    const [integrity, , notes] = judge(signed.slice(0, -40))
    expect([integrity, notes]).toEqual(['broken', expect.arrayContaining(['byte-range-past-end'])])
  })

  test('a whole file that was saved anew says so', () => {
    const saved = Buffer.from(text().replace('(xem lai)', '(xem lai va bo sung them cho ro)'), 'latin1')
    expect(judge(saved)[0]).toBe('broken')
  })
})

const pageLike = (picture: number) => `<< /Type /Page /Font << /F1 5 0 R >> /XObject << /Im ${picture} 0 R >> >>`

const changesOf = (objects: Record<number, string>) => judge(changed(objects))

/** The objects of the signed revision, as the signature left them. */
const signedObject = (number: number): string => {
  const all = [
    ...Buffer.from(signed)
      .toString('latin1')
      .matchAll(new RegExp(`\\n${number} 0 obj\\n([^]*?)\\nendobj`, 'g')),
  ]
  return all.at(-1)![1]!
}
const formWith = (field: string) => ({ 6: signedObject(6).replace(/\/Fields\s*\[/, `/Fields [${field} `) })
const pageWith = (from: RegExp, to: string) => ({ 3: signedObject(3).replace(from, to) })
const hiddenPaper = () => ({
  21: '<< /Type /Catalog /Pages 22 0 R /AcroForm 6 0 R >>',
  22: '<< /Type /Pages /Kids [23 0 R] /Count 1 >>',
  23: pageWith(/\/Contents 4/, '/Contents 12')[3],
})
