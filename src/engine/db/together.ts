import { type Compilable, type OperationNodeSource, sql } from 'kysely'
import type { ReadDb } from './database.ts'
import { askKept } from './kept-client.ts'

export type Select<Row = unknown> = Compilable<Row> & OperationNodeSource
/** A row as JSON brings it: a point of time is text, and `moment` makes it one again. */
export type JsonRow<Row> = { [Column in keyof Row]: Exclude<Row[Column], Date> | (Date extends Row[Column] ? string : never) }
type RowsOf<Asked> = { [Name in keyof Asked]: Asked[Name] extends Compilable<infer Row> ? JsonRow<Row>[] : never }

/** Selects that can be asked in one statement with those of others, and what their rows come to. */
export type Question<Answer> = {
  asked: Readonly<Record<string, Select>>
  read: (rows: never) => Answer | Promise<Answer>
}

/** `read` may ask further, by what the rows say. */
export const question = <Asked extends Readonly<Record<string, Select>>, Answer>(
  asked: Asked,
  read: (rows: RowsOf<Asked>) => Answer | Promise<Answer>,
): Question<Answer> => ({ asked, read })

/** The answers of several questions, for one statement: a round trip each is dearer than most of what they ask. */
export async function askTogether<Answer>(db: ReadDb, questions: readonly Question<Answer>[]): Promise<Answer[]> {
  const selects = questions.flatMap(({ asked }) => Object.values(asked))
  if (selects.length === 0) return []
  const found = selects.map(
    (select, at) => sql`(SELECT coalesce(json_agg(found), '[]') FROM ${select} found) AS ${sql.id(`s${at}`)}`,
  )
  const rows = await askKept(db, sql<Record<string, unknown[]>>`SELECT ${sql.join(found)}`)
  const lists = Object.values(rows[0]!)
  let next = 0
  const answers: Answer[] = []
  for (const { asked, read } of questions) {
    const own = Object.keys(asked).map(name => [name, lists[next++]!])
    answers.push(await read(Object.fromEntries(own) as never))
  }
  return answers
}

export const moment = <Text extends string | null>(text: Text): Date | Extract<Text, null> =>
  (text === null ? null : new Date(text)) as Date | Extract<Text, null>
