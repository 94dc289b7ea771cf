import { type CrossReferences, type Place, readCrossReferences } from './cross-references.ts'
import { inflate } from './inflate.ts'
import { readObject } from './read-object.ts'
import { Scanner } from './scanner.ts'
import { Damaged, type Dict, dictOf, Ref, Stream, type Value } from './values.ts'

/** A PDF as it stood when its bytes ended: one revision with all before it. Nothing is repaired. */
export class Pdf {
  readonly bytes: Buffer
  readonly references: CrossReferences
  readonly #known = new Map<number, Value>()
  readonly #packs = new Map<number, Value[]>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.references = readCrossReferences(bytes)
  }

  get encrypted(): boolean {
    return this.references.trailer.has('Encrypt')
  }

  get catalog(): Dict {
    const catalog = dictOf(this.resolve(this.references.trailer.get('Root')))
    if (!catalog) throw new Damaged('no catalog')
    return catalog
  }

  placeOf(ref: Ref): Place {
    return this.references.places.get(ref.number) ?? null
  }

  resolve(value: Value | undefined): Value {
    for (let steps = 0; value instanceof Ref; steps++) {
      if (steps > 20) throw new Damaged('references run in a circle')
      value = this.#load(value)
    }
    return value ?? null
  }

  get(dict: Dict | null, key: string): Value {
    return this.resolve(dict?.get(key))
  }

  #load(ref: Ref): Value {
    const known = this.#known.get(ref.number)
    if (known !== undefined) return known
    const place = this.placeOf(ref)
    const value = !place ? null : 'offset' in place ? this.#at(ref, place.offset) : this.#packed(place.packed, place.index)
    this.#known.set(ref.number, value)
    return value
  }

  #at(ref: Ref, offset: number): Value {
    const lengthOf = (length: Ref) => {
      const place = this.placeOf(length)
      const value = place && 'offset' in place ? readObject(this.bytes, place.offset).value : null
      return typeof value === 'number' ? value : null
    }
    const { number, value } = readObject(this.bytes, offset, lengthOf)
    if (number !== ref.number) throw new Damaged(`object ${ref.number} is not where it should be`)
    return value
  }

  #packed(pack: number, index: number): Value {
    const values = this.#packs.get(pack) ?? this.#unpack(pack)
    this.#packs.set(pack, values)
    return values[index] ?? null
  }

  #unpack(number: number): Value[] {
    const place = this.references.places.get(number)
    if (!place || !('offset' in place)) throw new Damaged('pack within a pack')
    const stream = this.resolve(new Ref(number))
    if (!(stream instanceof Stream)) throw new Damaged('no pack')
    const [count, first] = [Number(this.get(stream.dict, 'N')), Number(this.get(stream.dict, 'First'))]
    const bytes = inflate(stream)
    const head = new Scanner(bytes, 0)
    const starts: number[] = []
    for (let i = 0; i < count; i++) {
      head.integer()
      starts.push(first + head.integer())
    }
    return starts.map(start => new Scanner(bytes, start).value())
  }
}
