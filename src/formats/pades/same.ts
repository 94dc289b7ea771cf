import { pageNodesOf } from './pages.ts'
import type { Pdf } from './pdf.ts'
import { Damaged, Dict, Name, Stream, Text, type Value } from './values.ts'

const MOST_STEPS = 3_000_000
/** Deeper than any structure tree of a paper. */
const DEEPEST = 300

type Maybe = Value | undefined
type Pair = [before: Maybe, after: Maybe]
type Container = Value[] | Dict | Stream

/** Compares values of an earlier and a later revision through all they refer to; pairs once proven are not compared again. */
export class Comparison {
  readonly before: Pdf
  readonly after: Pdf
  readonly #proven = new Pairs()
  readonly #places: [Map<Dict, number>, Map<Dict, number>]
  #steps = 0

  /** @throws Damaged where the pages cannot be told */
  constructor(before: Pdf, after: Pdf) {
    this.before = before
    this.after = after
    this.#places = [placesOf(before), placesOf(after)]
  }

  /** `apart`: keys of the two dictionaries, and of no deeper ones, that may differ. */
  same(a: Maybe, b: Maybe, apart: readonly string[] = []): boolean {
    // Values may run in circles: a pair met again is taken for the same, and that counts for later only if all proved to be so.
    const assumed = new Pairs()
    const waiting: Pair[] = []
    if (!this.#alike([a, b], waiting, assumed, apart)) return false
    for (let pair = waiting.pop(); pair; pair = waiting.pop()) if (!this.#alike(pair, waiting, assumed)) return false
    this.#proven.takeAll(assumed)
    return true
  }

  /** Whether the later value holds all that the earlier one held, in its order, and perhaps more. */
  grown(a: Maybe, b: Maybe, apart: readonly string[] = []): boolean {
    return this.#grown(a, b, apart, new Pairs(), 0)
  }

  /** Whether two values are of a kind and say the same; what they hold waits to be compared. */
  #alike([a, b]: Pair, waiting: Pair[], assumed: Pairs, apart: readonly string[] = []): boolean {
    this.#step()
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    if (!isContainer(x)) return isSamePlain(x, y)
    if (!isContainer(y)) return false
    if (apart.length === 0) {
      const page = this.#samePlace(x, y)
      if (page !== null) return page
      if (this.#proven.has(x, y) || assumed.has(x, y)) return true
      assumed.add(x, y)
    }
    if (Array.isArray(x))
      return (
        Array.isArray(y) &&
        x.length === y.length &&
        hold(
          waiting,
          x.map((one, i): Pair => [one, y[i]]),
        )
      )
    if (x instanceof Stream && !(y instanceof Stream && x.raw.equals(y.raw))) return false
    if (Array.isArray(y) || x instanceof Dict !== y instanceof Dict) return false
    const [old, now] = [x, y].map(one => (one instanceof Stream ? one.dict : one)) as [Dict, Dict]
    const keys = [...new Set([...old.keys(), ...now.keys()])].filter(key => !apart.includes(key))
    return hold(
      waiting,
      keys.map((key): Pair => [old.get(key), now.get(key)]),
    )
  }

  /** Pages are compared one by one: what points to a page means its place. Null where none of the two is a page. */
  #samePlace(x: Container, y: Container): boolean | null {
    const [before, after] = [x, y].map((one, i) => (one instanceof Dict ? this.#places[i]!.get(one) : undefined))
    return before === undefined && after === undefined ? null : before === after
  }

  #grown(a: Maybe, b: Maybe, apart: readonly string[], met: Pairs, depth: number): boolean {
    this.#step()
    const [x, y] = [this.before.resolve(a), this.after.resolve(b)]
    if (x === null) return true
    if (!isContainer(x) || !isContainer(y)) return isSamePlain(x, y)
    const page = this.#samePlace(x, y)
    if (page !== null || met.has(x, y)) return page ?? true
    if (depth > DEEPEST) return false
    met.add(x, y)
    if (Array.isArray(x)) return Array.isArray(y) && this.#grownList(x, y, met, depth)
    if (x instanceof Stream || !(y instanceof Dict)) return this.same(x, y)
    const keys = [...x.keys()].filter(key => !UPWARDS.includes(key) && !apart.includes(key))
    return keys.every(key => this.#grown(x.get(key), y.get(key), [], met, depth + 1))
  }

  #grownList(a: Value[], b: Value[], met: Pairs, depth: number): boolean {
    let next = 0
    return a.every(one => {
      while (next < b.length && !this.#grown(one, b[next], [], met, depth + 1)) next++
      return next++ < b.length
    })
  }

  #step(): void {
    if (++this.#steps > MOST_STEPS) throw new Damaged('too much to compare')
  }
}

/** What grows is compared from above. */
const UPWARDS = ['Parent', 'P']

const placesOf = (pdf: Pdf): Map<Dict, number> => new Map(pageNodesOf(pdf).map((node, i) => [node, i]))

const isContainer = (value: Value): value is Container => Array.isArray(value) || value instanceof Dict || value instanceof Stream

const isSamePlain = (x: Value, y: Value): boolean => {
  if (x instanceof Text) return y instanceof Text && x.bytes.equals(y.bytes)
  return x instanceof Name ? y instanceof Name && x.name === y.name : x === y
}

const hold = (waiting: Pair[], pairs: Pair[]): true => {
  for (const pair of pairs) waiting.push(pair)
  return true
}

/** Pairs of values by what they are, not by what they say. */
class Pairs {
  readonly #all = new Map<Container, Set<Container>>()

  has(x: Container, y: Container): boolean {
    return this.#all.get(x)?.has(y) ?? false
  }

  add(x: Container, y: Container): void {
    const met = this.#all.get(x)
    if (met) met.add(y)
    else this.#all.set(x, new Set([y]))
  }

  takeAll(others: Pairs): void {
    for (const [x, ys] of others.#all) for (const y of ys) this.add(x, y)
  }
}
