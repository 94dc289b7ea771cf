/** The values of PDF (ISO 32000-1, 7.3) as far as a signature is judged by them. */
export type Value = null | boolean | number | Name | Text | Ref | Value[] | Dict | Stream

export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class Text {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

export class Ref {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

export class Dict extends Map<string, Value> {}

export class Stream {
  readonly dict: Dict
  readonly raw: Buffer
  constructor(dict: Dict, raw: Buffer) {
    this.dict = dict
    this.raw = raw
  }
}

/** Where the bytes are not the PDF they should be. */
export class Damaged extends Error {}

export const nameOf = (value: Value | undefined): string | null => (value instanceof Name ? value.name : null)
export const dictOf = (value: Value | undefined): Dict | null =>
  value instanceof Dict ? value : value instanceof Stream ? value.dict : null
export const listOf = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : [])

/** What `read` gives, or `otherwise` where the bytes are damaged. */
export const unlessDamaged = <T, U>(read: () => T, otherwise: U): T | U => {
  try {
    return read()
  } catch (error) {
    // A RangeError: nested deeper than the stack, or longer than memory.
    if (error instanceof Damaged || error instanceof RangeError) return otherwise
    throw error
  }
}
