import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../../formats/source.ts'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'
import type { ImportResult } from './result.ts'

const sample = readFileSync(join(import.meta.dirname, '../../../../samples/chuong-trinh.txt'), 'utf8')

const refusal = (text: string): string => {
  try {
    readProgramme(parseText(Buffer.from(text)))
    return 'read'
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}

/** What must hold for the reading of any text whatever. */
const check = (text: string, result: ImportResult): void => {
  const paths = result.clauses.map(clause => clause.path)
  expect(new Set(paths).size).toBe(paths.length)
  for (const clause of result.clauses) expect(clause.source).toBe(text.slice(...clause.span))
  for (const duty of result.commitments) {
    const clause = result.clauses.find(entry => entry.path === duty.clause)
    expect(clause).toBeDefined()
    expect(duty.span[0]).toBeGreaterThanOrEqual(clause?.span[0] ?? Infinity)
    expect(duty.span[1]).toBeLessThanOrEqual(clause?.span[1] ?? 0)
    expect(duty.span[1]).toBeGreaterThan(duty.span[0])
  }
}

describe('refusals', () => {
  it('refuses a text without clauses', () => {
    expect(refusal('Kính gửi các đồng chí.\nHôm nay họp.')).toBe('no-clauses')
  })

  it.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    '  T Ố I   M Ậ T ',
    'Tuyệt mật',
    '(MẬT)',
    'SỞ NỘI VỤ\tMẬT',
    'M.Ậ.T',
    '* TỐI MẬT *',
    'Độ mật: Mật',
    'ＭẬＴ',
    'M\u2060Ậ\u200dT',
  ])('refuses a paper marked “%s”', mark => {
    expect(refusal(`KẾ HOẠCH\n${mark}\nI. NỘI DUNG\n1. Việc.`)).toBe('state-secret')
  })

  it.each([
    'BẢO MẬT',
    'Bí mật nhà nước',
    'BỘ PHẬN BẢO\nMẬT THÔNG TIN',
    'thông tin bảo\nmật',
    'BẢO\nMẬT',
    'và giữ\nmật.',
    '1. Mật',
  ])('reads on where the word stands in “%s”', words => {
    expect(refusal(`KẾ HOẠCH\n${words}\nI. NỘI DUNG\n1. Việc.`)).toBe('read')
  })
})

describe('any text', () => {
  it('keeps spans true on the sample', () => {
    const source = parseText(Buffer.from(sample))
    check(source.text, readProgramme(source))
  })

  it('is read or refused, never breaks, however lines are cut, doubled, moved or spoilt', () => {
    const lines = sample.split('\n')
    const spoilt = fc.constantFrom(
      '',
      '1. ',
      '- ',
      'Điều 1. ',
      '\t',
      'Phụ lục I',
      'Nơi nhận:',
      'TM. BAN',
      'I',
      '“',
      ')',
      '…',
      '\f',
      'a) b) c)',
      '2021 -',
      'Ký bởi: X',
      '|',
      '%',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(lines.length), fc.constantFrom('cut', 'copy', 'drop', 'half', 'spoil'), spoilt), {
          maxLength: 12,
        }),
        edits => {
          const changed = [...lines]
          for (const [at, how, sign] of edits) {
            const line = changed[at] ?? ''
            if (how === 'cut') changed.splice(at, 1, ...line.split(', '))
            if (how === 'copy') changed.splice(at, 0, line)
            if (how === 'drop') changed.splice(at, 1)
            if (how === 'half') changed.splice(at, 1, line.slice(0, line.length / 2))
            if (how === 'spoil') changed.splice(at, 1, sign + line)
          }
          const source = parseText(Buffer.from(changed.join('\n')))
          try {
            check(source.text, readProgramme(source))
          } catch (error) {
            if (!(error instanceof Unreadable)) throw error
          }
        },
      ),
      { seed: 20260118, numRuns: 60 },
    )
  })

  it('is read or refused when it is noise', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('1. ', '-', 'Điều 2', '(', 'TT\tNội dung nhiệm vụ\tChủ trì\tThời gian'),
          ),
          { maxLength: 30 },
        ),
        parts => {
          expect(['read', 'no-clauses', 'empty', 'state-secret']).toContain(refusal(parts.join('\n')))
        },
      ),
      { seed: 20260203, numRuns: 120 },
    )
  })
})
