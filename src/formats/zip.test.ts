import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Unreadable } from './source.ts'
import { openZip } from './zip.ts'

const readAll = (bytes: Uint8Array, name: string): string => {
  const decoder = new TextDecoder()
  return [...openZip(bytes).read(name)].map(piece => decoder.decode(piece.bytes, { stream: true })).join('')
}

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'read'
  } catch (error) {
    if (error instanceof Unreadable) return error.code
    throw error
  }
}

/** Writes another uncompressed size into every header, as a lying zip does. */
const declare = (zip: Uint8Array, size: number): Uint8Array => {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return bytes
}

describe('a zip', () => {
  test('gives back what was packed, deflated or stored', () => {
    const text = 'Chương trình phối hợp '.repeat(5000)
    expect(readAll(zipSync({ 'a.xml': strToU8(text) }), 'a.xml')).toBe(text)
    expect(readAll(zipSync({ 'a.xml': [strToU8(text), { level: 0 }] }), 'a.xml')).toBe(text)
  })

  test('that declares more than 200 MB, or packs out of all measure, is a bomb before anything is inflated', () => {
    const small = zipSync({ 'a.xml': strToU8('<a/>') })
    expect(codeOf(() => openZip(declare(small, 0xffff_fffe)))).toBe('bomb')
    expect(codeOf(() => openZip(declare(small, 100_000_000)))).toBe('bomb')
  })

  test('that lies about its size is a bomb as soon as too much comes out', () => {
    const bomb = declare(zipSync({ 'a.xml': new Uint8Array(210 * 1024 * 1024) }, { level: 1 }), 10)
    let out = 0
    const read = (): void => {
      for (const piece of openZip(bomb).read('a.xml')) out += piece.bytes.length
    }
    expect(codeOf(read)).toBe('bomb')
    expect(out).toBeLessThanOrEqual(200 * 1024 * 1024)
  })

  test('with too many entries is a bomb', () => {
    const files = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}`, new Uint8Array()]))
    expect(codeOf(() => openZip(zipSync(files)))).toBe('bomb')
  })

  test('that is cut off, damaged, or lacks the entry is corrupt', () => {
    const whole = zipSync({ 'a.xml': strToU8('Chương trình '.repeat(100)) })
    expect(codeOf(() => openZip(whole.slice(0, -30)))).toBe('corrupt')
    expect(codeOf(() => readAll(whole, 'b.xml'))).toBe('corrupt')
    const damaged = whole.slice().fill(0xff, 40, 60)
    expect(codeOf(() => readAll(damaged, 'a.xml'))).toBe('corrupt')
  })
})
