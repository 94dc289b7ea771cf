import { type CrossReferences, type Place, readCrossReferences } from './cross-references.ts'
import { type Decrypt, openEncryption } from './decrypt.ts'
import { type PackHead, readPacked, readPackHead } from './packs.ts'
import { readObject } from './read-object.ts'
import { scanObjects } from './scan-objects.ts'
import { Damaged, type Dict, dictOf, listOf, Ref, Stream, Text, unlessDamaged, type Value } from './values.ts'

/** A PDF as it stood when its bytes ended: one revision with all before it. */
export class Pdf {
  readonly bytes: Buffer
  readonly references: CrossReferences
  readonly #known = new Map<number, Value>()
  readonly #packs = new Map<number, PackHead>()

  private constructor(bytes: Buffer, references: CrossReferences) {
    this.bytes = bytes
    this.references = references
  }

  /** As its own cross references tell. */
  static referenced(bytes: Buffer): Pdf {
    return new Pdf(bytes, readCrossReferences(bytes))
  }

  /** As the objects stand, whatever the cross references tell. */
  static scan(bytes: Buffer): Pdf {
    return new Pdf(bytes, scanObjects(bytes))
  }

  /** By the cross references where these can be followed to the catalog and are the last, else by the objects. @throws Damaged */
  static open(bytes: Buffer): Pdf {
    const referenced = unlessDamaged(() => Pdf.referenced(bytes), null)
    return referenced?.readable && !isCutOff(bytes) ? referenced : Pdf.scan(bytes)
  }

  #scanned: Pdf | null = null
  #opened: Decrypt | null | undefined

  /** The same bytes as their objects stand. @throws Damaged */
  get scanned(): Pdf {
    this.#scanned ??= Pdf.scan(this.bytes)
    return this.#scanned
  }

  /** Opens packed objects; what stands in the file itself is compared as it is. */
  get #decrypt(): Decrypt | null {
    if (this.#opened !== undefined) return this.#opened
    const { trailer } = this.references
    const encryption = dictOf(this.resolve(trailer.get('Encrypt')))
    const [id] = listOf(this.get(trailer, 'ID'))
    const bytes = id instanceof Text ? id.bytes : Buffer.alloc(0)
    this.#opened = encryption && openEncryption(encryption, bytes, (dict, key) => this.get(dict, key))
    return this.#opened
  }

  /** Whether objects stand behind `end` that the cross references do not tell of. */
  hidesObjectsSince(end: number): boolean {
    const known = new Set(this.references.offsets)
    return unlessDamaged(() => this.scanned.references.offsets.some(offset => offset >= end && !known.has(offset)), true)
  }

  get encrypted(): boolean {
    return this.references.trailer.has('Encrypt')
  }

  get readable(): boolean {
    return unlessDamaged(() => this.catalog.has('Pages'), false)
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
    const head = this.#packs.get(pack) ?? this.#open(pack)
    this.#packs.set(pack, head)
    return readPacked(head, index)
  }

  #open(number: number): PackHead {
    const place = this.references.places.get(number)
    if (!place || !('offset' in place)) throw new Damaged('pack within a pack')
    const stream = this.resolve(new Ref(number))
    if (!(stream instanceof Stream)) throw new Damaged('no pack')
    const raw = this.#decrypt ? this.#decrypt(stream.raw, number, 0) : stream.raw
    return readPackHead(new Stream(stream.dict, raw), key => this.get(stream.dict, key))
  }
}

/** Whether objects stand behind the last cross references: those of the last revision are lost. */
const isCutOff = (bytes: Buffer): boolean => /\d[\s\0]+obj\b/.test(bytes.toString('latin1', bytes.lastIndexOf('startxref')))
