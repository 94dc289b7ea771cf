import type { AnswerOf as ServerAnswerOf } from '../../engine/query.ts'

export type { InputOf } from '../../engine/query.ts'

/** A value as it arrives over the wire: moments are text. */
export type Wired<Value> = Value extends Date
  ? string
  : Value extends readonly [unknown, unknown]
    ? [Wired<Value[0]>, Wired<Value[1]>]
    : Value extends readonly (infer Item)[]
      ? Wired<Item>[]
      : Value extends object
        ? { [Key in keyof Value]: Wired<Value[Key]> }
        : Value

/** The answer of a query as the browser gets it. */
export type AnswerOf<Q> = Wired<ServerAnswerOf<Q>>

/** What the browser gets from a command: the type of its result, without its code. */
export type ResultOf<C> = C extends { run: (...args: never[]) => Promise<{ result: infer Result }> } ? Result : never
