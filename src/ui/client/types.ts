export type { AnswerOf, InputOf } from '../../engine/query.ts'

/** What the browser gets from a command: the type of its result, without its code. */
export type ResultOf<C> = C extends { run: (...args: never[]) => Promise<{ result: infer Result }> } ? Result : never
