/** The latest few results, by what they were made from. `weightOf`: how much of the room one takes; the oldest go where it is full. */
export class Kept<Value> {
  readonly #values = new Map<string, Value>()
  readonly #room: number
  readonly #weightOf: (value: Value) => number

  constructor(room: number, weightOf: (value: Value) => number = () => 1) {
    this.#room = room
    this.#weightOf = weightOf
  }

  /** The result, which is then the latest; undefined where none is kept. */
  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  /** Keeps a result, unless it alone takes more than all the room. */
  set(key: string, value: Value): void {
    this.#values.delete(key)
    if (this.#weightOf(value) > this.#room) return
    this.#values.set(key, value)
    let taken = [...this.#values.values()].reduce((sum, one) => sum + this.#weightOf(one), 0)
    for (const [oldest, one] of this.#values) {
      if (taken <= this.#room) return
      this.#values.delete(oldest)
      taken -= this.#weightOf(one)
    }
  }
}
