import { commands, queries } from '../../src/app/registry.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'

/** A JSON Schema as far as inputs use it. */
type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  enum?: Json[]
  const?: Json
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  format?: string
  minimum?: number
  minItems?: number
}
export type Pool = Readonly<Record<string, readonly Json[]>>
export type Question = { name: string; input: Json }

type Input = { toJSONSchema: (options: object) => unknown }
const schemas = new WeakMap<Input, Schema>()

/** The schema of an input, made once: it is asked for by every role. */
export function schemaOf({ input }: { input: Input }): Schema {
  const known = schemas.get(input) ?? (input.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema)
  schemas.set(input, known)
  return known
}

/** Every query asked with all its fields, with those that it requires, and with each of the others alone; every record of the pool is named once. */
export function questionsFrom(pool: Pool): Question[] {
  return [...queries.values()].flatMap(query => {
    const { properties = {}, required = [] } = schemaOf(query)
    const names = Object.keys(properties)
    const strange = names.filter(name => !(name in pool))
    if (strange.length > 0) {
      throw new Error(`${query.name} asks for ${strange.join(', ')}: say in test/access/questions.ts what this test puts there`)
    }
    const turns = Math.max(1, ...names.map(name => pool[name]!.length))
    const pick = (wanted: readonly string[], turn: number) =>
      Object.fromEntries(wanted.flatMap(name => (pool[name]!.length > 0 ? [[name, turnTo(pool[name]!, turn)]] : [])))
    const inputs = Array.from({ length: turns }, (_, turn) => (required.length > 0 ? [pick(required, turn)] : []))
    const alone = names
      .filter(name => !required.includes(name))
      .flatMap(name => pool[name]!.map(value => ({ ...pick(required, 0), [name]: value })))
    const made = [pick(names, 0), pick(required, 0), ...inputs.flat(), ...alone]
    return eachOnce(made).map(input => ({ name: query.name, input }))
  })
}

/** Inputs that differ: the same one asked again is answered the same. */
export const eachOnce = (inputs: readonly Json[]): Json[] => [
  ...new Map(inputs.map(input => [JSON.stringify(input), input])).values(),
]

const turnTo = (list: readonly Json[], turn: number): Json => list[turn % list.length]!

/** What queries take besides ids of records. */
export const PLAIN: Pool = {
  subjectKind: ['plan-item', 'package'],
  of: ['side', 'unit', 'mine'],
  year: [2025, 2026],
  visitedIn: [2026],
  projectsIn: [2026],
  quarter: [1, null],
  fact: ['held', 'found'],
  work: ['meeting', 'festival'],
  from: ['2026-01-01'],
  to: ['2026-02-28'],
  since: [1],
  offset: [0],
  limit: [100],
  kind: ['training'],
  clausePath: ['II/1'],
  purpose: ['Kiểm tra định kỳ'],
  scope: ['own', 'shared'],
  state: ['received'],
  answer: ['none'],
  stage: ['planned', 'visiting'],
  form: ['board'],
  standing: ['open', 'overdue'],
  field: ['roads'],
  origin: ['village'],
  groupId: [],
  part: ['received', 'open'],
  by: ['field', 'commune'],
  published: [false],
  subjectId: [],
  kinds: [['commune', 'village']],
  on: ['2026-01-01', '2027-06-01'],
  find: ['a'],
  ended: [true],
  sort: ['campaign'],
  totals: [true, false],
  outcome: ['early-marriage'],
  beside: [[]],
  borders: ['now'],
  effectiveOn: ['2029-01-01'],
  validity: ['in-force'],
  element: ['2026-2035/HP2.3'],
  class: ['border'],
  which: ['open', 'issued'],
  key: ['2026'],
  nature: ['festival', 'sickness'],
  amount: [400_000],
  placeId: ['00000000-0000-4000-8000-000000000001'],
  parentId: ['00000000-0000-4000-8000-000000000001'],
}

/** Every command that people send, with an input that fits its schema and names records of the pool; many end in a refusal. */
export const attemptsFrom = (pool: Pool): Question[] =>
  [...commands.values()]
    .filter(command => command.permission !== 'system')
    .map(command => ({ name: command.name, input: sample(schemaOf(command), pool) }))

function sample(schema: Schema, pool: Pool, name = ''): Json {
  const known = pool[name.replace(/s$/, '')]?.[0] ?? pool[name]?.[0]
  if (schema.type === 'array') return schema.minItems || name.endsWith('Ids') ? [sample(schema.items ?? {}, pool, name)] : []
  if (known !== undefined && schema.type !== 'object') return known
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]!
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one) return sample(one, pool, name)
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map(key => [key, sample(schema.properties?.[key] ?? {}, pool, key)]))
  if (schema.type === 'boolean') return false
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  return schema.format === 'uuid' ? newId() : '2026-06-01'
}
