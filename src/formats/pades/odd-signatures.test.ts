import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Identity, makeIdentity } from './fixtures/identity.ts'
import { revocationList } from './fixtures/revocation-list.ts'
import { revise, SHEET, signPdf, writePdf } from './fixtures/sheet.ts'
import { type Odd, signByHand } from './fixtures/sign-by-hand.ts'
import { judgePdf } from './judge.ts'
import { NO_LIST } from './trust.ts'

let [person, seal]: Identity[] = []
let longList: Uint8Array

beforeAll(async () => {
  person = await makeIdentity({ name: 'Nguyễn Văn Thử', organization: 'Sở Thử nghiệm' })
  seal = await makeIdentity({ name: 'Sở Thử nghiệm', organization: 'Sở Thử nghiệm' })
  longList = await revocationList(seal, { others: 5000 })
})

const judge = (bytes: Uint8Array) => {
  const { integrity, signatures } = judgePdf(bytes, NO_LIST)
  return [integrity, signatures[0]?.notes]
}

test.each<[string, string, string[], () => Odd]>([
  ['an ordinary one', 'intact', [], () => ({})],
  ['a signer named by its key', 'intact', [], () => ({ byKeyIdentifier: true })],
  ['no signed attributes', 'intact', ['no-signed-attributes'], () => ({ attributes: false })],
  ['a long list of certificates called back within', 'intact', [], () => ({ archives: longList })],
  ['two signers in one', 'intact-with-notes', ['several-signers'], () => ({ with: seal! })],
  ['the digest carried within, as the old format has it', 'intact', [], () => ({ subFilter: 'adbe.pkcs7.sha1', carries: sha1 })],
  [
    'another digest carried within',
    'broken',
    ['digest-mismatch'],
    () => ({ subFilter: 'adbe.pkcs7.sha1', carries: () => sha1('') }),
  ],
  ['its own content carried within', 'broken', ['cms-own-content'], () => ({ carries: signed => signed })],
  ['empty content carried within', 'broken', ['cms-own-content'], () => ({ carries: () => Buffer.alloc(0) })],
  ['no certificate', 'broken', ['certificate-missing'], () => ({ withoutCertificate: true })],
  ['a byte range that ends before the cross references', 'broken', ['byte-range-not-revision'], () => ({ endsEarly: true })],
  ['two contents', 'broken', ['byte-range-malformed'], () => ({ trailing: '/Contents <00>' })],
  ['a format that is not known', 'unreadable', ['format-unknown'], () => ({ subFilter: 'khac' })],
])('%s is %s', async (_, integrity, notes, odd) => {
  expect(judge(await signByHand(writePdf(), person!, odd()))).toEqual([integrity, notes])
})

const sha1 = (bytes: Buffer | string) => createHash('sha1').update(bytes).digest()

describe('what the signer permitted', () => {
  const certified = (level: number) => `/Reference [<< /TransformMethod /DocMDP /TransformParams << /P ${level} /V /1.2 >> >>]`
  const locked = (names: string) => `/Reference [<< /TransformMethod /FieldMDP /TransformParams << ${names} >> >>]`
  const signWith = (entries: string) => signByHand(writePdf(), person!, { entries })
  const filled = { 7: SHEET[7]!.replace('(dong y)', '(khong)') }
  const noted = { 3: SHEET[3]!.replace('/Annots [', '/Annots [21 0 R '), 21: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>' }

  test.each([
    [1, 'broken', 'broken', 'broken'],
    [2, 'intact', 'intact-with-notes', 'broken'],
    [3, 'intact', 'intact-with-notes', 'intact-with-notes'],
  ])('certified with %i: a signature %s, a filled form %s, an annotation %s', async (level, signature, form, annotation) => {
    const paper = await signWith(certified(level))
    expect(judge(await signPdf(paper, seal!))[0]).toBe(signature)
    expect(judge(revise(paper, filled))[0]).toBe(form)
    expect(judge(revise(paper, noted))[0]).toBe(annotation)
  })

  test.each([
    ['all fields', '/Action /All', 'broken'],
    ['this field', '/Action /Include /Fields [(y-kien)]', 'broken'],
    ['another field', '/Action /Include /Fields [(so)]', 'intact-with-notes'],
    ['all but this field', '/Action /Exclude /Fields [(y-kien)]', 'intact-with-notes'],
  ])('%s locked, this one filled: %s', async (_, names, integrity) => {
    expect(judge(revise(await signWith(locked(names)), filled))[0]).toBe(integrity)
  })

  test('rights of use granted by a program are nobody’s signature', async () => {
    expect(judgePdf(await signWith('/Reference [<< /TransformMethod /UR3 >>]'), NO_LIST).integrity).toBe('unsigned')
  })
})

test('the order of person and seal is told for each organisation', async () => {
  const both = await signPdf(await signPdf(writePdf(), person!, 'một'), seal!, 'hai')
  const turned = await signPdf(await signPdf(writePdf(), seal!, 'một'), person!, 'hai')
  expect(judgePdf(both, NO_LIST).order).toEqual([{ party: 'Sở Thử nghiệm', personThenSeal: true }])
  expect(judgePdf(turned, NO_LIST).order).toEqual([{ party: 'Sở Thử nghiệm', personThenSeal: false }])
})
