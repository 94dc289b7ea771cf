import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../test/shared.ts'
import { Unreadable } from '../source.ts'
import { healLegacy, parseText } from './parse.ts'

const sample = 'Điều 1. Sở Dân tộc và Tôn giáo tỉnh Sơn Hà chủ trì thực hiện kế hoạch này.'

const small = (text: string): string => text.normalize('NFC').toLowerCase()

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const units = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return big ? units.swap16() : units
}

describe('parseText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(parseText(Buffer.from(sample)).text).toBe(sample)
    expect(parseText(Buffer.from(`\ufeff${sample}`)).text).toBe(sample)
  })

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])('reads UTF-16 (big endian %s, marked %s)', (big, mark) => {
    expect(parseText(utf16(sample, big, mark))).toMatchObject({ text: sample, notes: ['utf-16'] })
  })

  it('reads windows-1258, whose tone marks follow their letter', () => {
    const bytes = Buffer.from([
      0x6b, 0x69, 0xea, 0xd2, 0x6d, 0x20, 0x74, 0x72, 0x61, 0x20, 0xf0, 0xf4, 0xf2, 0x63, 0x20, 0x6c, 0xe2, 0xf2, 0x70,
    ])
    expect(parseText(bytes)).toMatchObject({ text: 'kiểm tra độc lập', notes: ['windows-1258'] })
  })

  it('hands on NFC with plain line ends and keeps form feeds as pages', () => {
    const source = parseText(Buffer.from('Mo\u0323t\r\nhai\fba\u0000'))
    expect(source.text).toBe('Mọt\nhai\fba')
    expect(source.pages).toEqual([
      { number: 1, span: [0, 7] },
      { number: 2, span: [8, 10] },
    ])
  })

  it('refuses a file that prints nothing', () => {
    expect(() => parseText(new Uint8Array())).toThrow(Unreadable)
    expect(() => parseText(Buffer.from(' \n\t'))).toThrow('empty')
  })

  it('refuses what is no text, and bears a stray control sign', () => {
    const program = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919 + at * at) % 256)
    expect(() => parseText(program)).toThrow('wrong-extension')
    expect(parseText(Buffer.from(`\u0000${sample}\u001a`)).text).toBe(sample)
  })
})

describe('healLegacy', () => {
  it('believes the name of the font, and draws capitals for the fonts that draw them', () => {
    expect(healLegacy('Uû ban nh©n d©n', '.VnTime')).toBe('Uỷ ban nhân dân')
    expect(healLegacy('Uû ban nh©n d©n', '.VnTimeH')).toBe('UỶ BAN NHÂN DÂN')
    expect(healLegacy('Ñoäc laäp', 'VNI-Times')).toBe('Độc lập')
  })

  it('raises the marked letters of a TCVN3 line typed in capitals', () => {
    expect(healLegacy('CH\u00ad\u00acNG TR×NH PHèI HîP', null)).toBe('CHƯƠNG TRÌNH PHỐI HỢP')
    expect(healLegacy('Sè 05/KH-UBND cña tØnh', null)).toBe('Số 05/KH-UBND của tỉnh')
  })

  it('finds the code by itself where no font is known', () => {
    expect(healLegacy('C¸c së, ngµnh cña tØnh', null)).toBe('Các sở, ngành của tỉnh')
    expect(healLegacy('Caùc sôû, ngaønh cuûa tænh', null)).toBe('Các sở, ngành của tỉnh')
  })

  it('leaves Unicode alone, even in a run that names an old font', () => {
    expect(healLegacy('Các sở, ngành', '.VnTime')).toBe('Các sở, ngành')
    expect(healLegacy('mañana, déjà vu', null)).toBe('mañana, déjà vu')
  })
})

type Pair = { legacy: string; unicode: string }
type Trials = {
  tcvn3_real: Pair[]
  vni_real: Pair[]
  pdf_substituted_tcvn3: Pair[]
  generated: { unicode: string; vni: string; tcvn3: string }[]
  must_not_change: string[]
}

describe.skipIf(!shared)('the shared trials of old encodings', () => {
  const file = join(shared ?? '', 'data/encoding/test-pairs.json')
  const trials: Trials | null = shared ? JSON.parse(readFileSync(file, 'utf8')) : null
  const generated = (trials?.generated ?? []).flatMap(t => [t.vni, t.tcvn3].map(legacy => ({ legacy, unicode: t.unicode })))
  const bytes: Pair[] = [...(trials?.tcvn3_real ?? []), ...(trials?.vni_real ?? []), ...generated]

  it('are healed as strings', () => {
    for (const { legacy, unicode } of [...bytes, ...(trials?.pdf_substituted_tcvn3 ?? [])]) {
      expect(small(healLegacy(legacy, null))).toBe(small(unicode))
    }
  })

  it('are read as bytes', () => {
    for (const { legacy, unicode } of bytes) expect(small(parseText(Buffer.from(legacy, 'latin1')).text)).toBe(small(unicode))
  })

  it('leave alone what must not change', () => {
    for (const text of trials?.must_not_change ?? []) {
      expect(healLegacy(text, null)).toBe(text)
      expect(parseText(Buffer.from(text)).text).toBe(text)
    }
  })
})
