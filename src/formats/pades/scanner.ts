import { Damaged, Dict, Name, Ref, Text, type Value } from './values.ts'

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'))
const DEEPEST = 100
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads values one after the other, from `at` on. */
export class Scanner {
  readonly bytes: Buffer
  at: number
  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  skipSpace(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]!
      if (byte === 0x25) while (this.at + 1 < this.bytes.length && !this.#isLineEnd(this.at + 1)) this.at++
      else if (!SPACE.has(byte)) return
    }
  }

  /** Letters and digits up to the next space or delimiter. */
  word(): string {
    this.skipSpace()
    const start = this.at
    while (this.at < this.bytes.length && !SPACE.has(this.bytes[this.at]!) && !DELIMITERS.has(this.bytes[this.at]!)) this.at++
    return this.bytes.toString('latin1', start, this.at)
  }

  takes(word: string): boolean {
    this.skipSpace()
    if (this.bytes.toString('latin1', this.at, this.at + word.length) !== word) return false
    this.at += word.length
    return true
  }

  integer(): number {
    const word = this.word()
    if (!/^\+?\d{1,12}$/.test(word)) throw new Damaged(`no number at ${this.at}`)
    return Number(word)
  }

  value(depth = 0): Value {
    if (depth > DEEPEST) throw new Damaged('nested too deep')
    if (this.takes('<<')) return this.#dict(depth)
    if (this.takes('[')) return this.#list(depth)
    if (this.takes('<')) return this.#hex()
    if (this.takes('(')) return this.#literal()
    if (this.takes('/')) return this.#name()
    return this.#plain()
  }

  #isLineEnd(at: number): boolean {
    return this.bytes[at] === 10 || this.bytes[at] === 13
  }

  #dict(depth: number): Dict {
    const dict = new Dict()
    while (!this.takes('>>')) {
      if (!this.takes('/')) throw new Damaged(`no key at ${this.at}`)
      const key = this.#name().name
      const value = this.value(depth + 1)
      // Readers differ on which of two equal keys counts: both are kept, so that none changes unseen.
      dict.set(dict.has(key) ? `${key} (${dict.size})` : key, value)
    }
    return dict
  }

  #list(depth: number): Value[] {
    const list: Value[] = []
    while (!this.takes(']')) list.push(this.value(depth + 1))
    return list
  }

  #hex(): Text {
    const end = this.bytes.indexOf('>', this.at)
    if (end < 0) throw new Damaged('open string')
    const digits = this.bytes.toString('latin1', this.at, end).replace(/[\0\s]/g, '')
    this.at = end + 1
    return new Text(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'))
  }

  #literal(): Text {
    const out: number[] = []
    for (let open = 1; ; ) {
      const byte = this.#next()
      if (byte === 0x5c) this.#escape(out)
      else {
        if (byte === 0x28) open++
        if (byte === 0x29 && --open === 0) return new Text(Buffer.from(out))
        out.push(byte)
      }
    }
  }

  #escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at, this.at + 3))?.[0]
    if (octal) {
      this.at += octal.length
      out.push(Number.parseInt(octal, 8) & 0xff)
      return
    }
    const byte = this.#next()
    if (byte === 13 && this.bytes[this.at] === 10) this.at++
    if (byte !== 10 && byte !== 13) out.push(ESCAPES[String.fromCharCode(byte)] ?? byte)
  }

  #next(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new Damaged('open string')
    return byte
  }

  #name(): Name {
    const start = this.at
    while (this.at < this.bytes.length && !SPACE.has(this.bytes[this.at]!) && !DELIMITERS.has(this.bytes[this.at]!)) this.at++
    const word = this.bytes.toString('latin1', start, this.at)
    return new Name(word.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
  }

  #plain(): Value {
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]*\d*\.?\d*(?:-\d*)?$/.test(word) || !/\d/.test(word)) throw new Damaged(`no value at ${this.at}`)
    return (/^\d+$/.test(word) && this.#reference(Number(word))) || Number.parseFloat(word)
  }

  #reference(number: number): Ref | null {
    const back = this.at
    if (/^\d{1,5}$/.test(this.word()) && this.word() === 'R') return new Ref(number)
    this.at = back
    return null
  }
}
