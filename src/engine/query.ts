import type { z } from 'zod'
import type { Acting, Actor, Permission } from '../kernel/permissions.ts'
import type { ReadDb } from './db/database.ts'
import type { Subject } from './disclosure.ts'
import type { KeyStore } from './keys/key-store.ts'

export type QueryContext = { db: ReadDb; acting: Acting; now: Date; today: string }

/** One question to the data, answered within the rights of who asks. Its answer is plain JSON. */
export type Query<Input extends z.ZodType = z.ZodType, Result = unknown> = {
  name: string
  permission: Permission
  input: Input
  /** It opens a sensitive record, named here: its input holds a `purpose`, and each reading stands in the access log. */
  sensitive?: (input: z.output<Input>, actor: Actor) => Subject
  run: (context: QueryContext, input: z.output<Input>) => Promise<Result>
  /** Opens what is sealed in the answer, after the transaction; what it returns is the answer then. */
  unseal?: (keys: KeyStore, answer: Result) => Promise<unknown>
}

export function query<Input extends z.ZodType, Result>(definition: Query<Input, Result>): Query<Input, Result> {
  return definition
}

export type AnyQuery = {
  name: string
  permission: Permission
  input: z.ZodType
  sensitive?: (input: never, actor: Actor) => Subject
  run: (context: QueryContext, input: never) => Promise<unknown>
  unseal?: (keys: KeyStore, answer: never) => Promise<unknown>
}

/** What the browser gets from a query: its type, without its code. */
export type AnswerOf<Q> = Q extends { run: (...args: never[]) => Promise<infer Answer> } ? Answer : never
export type InputOf<Q> = Q extends { input: infer Schema extends z.ZodType } ? z.input<Schema> : never
