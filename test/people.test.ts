import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands, exportsByName, features, queries } from '../src/app/registry.ts'
import { fold } from '../src/kernel/vietnamese.ts'

// Columns, fields and names that would record what a person believes, is or thinks. The product records work.
const BELIEFS =
  /religio|belie[fv]|ethnic|politic|attitude|opinion_of|suspic|sentiment|faith|race\b|dan_toc|ton_giao|thai_do|tin_nguong/
// And those that would watch officials: counts or times per named person.
const WATCHING = /score|rank_of|per_person|idle|productivity|last_active/

const root = join(import.meta.dirname, '..')
const migrations = readdirSync(join(root, 'src/app/migrations')).map(name =>
  readFileSync(join(root, 'src/app/migrations', name), 'utf8'),
)
const columns = migrations
  .join('\n')
  .replace(/--.*$/gm, '')
  .match(/^\s{2}[a-z_]+ [a-z]+/gm)!
  .map(line => line.trim().split(' ')[0]!)
const tables = [...migrations.join('\n').matchAll(/CREATE TABLE (\w+)/g)].map(match => match[1]!)

/** Field names of a JSON schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return []
  const properties = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...properties, ...Object.values(schema).flatMap(fieldsOf)]
}

const inputs = [...commands.values(), ...queries.values()].flatMap(one =>
  fieldsOf(one.input.toJSONSchema({ io: 'input', unrepresentable: 'any' })),
)

describe('people', () => {
  it('no table or column holds a belief or watches anybody', () => {
    expect(tables.length).toBeGreaterThan(15)
    expect([...tables, ...columns].filter(name => BELIEFS.test(name) || WATCHING.test(name))).toEqual([])
  })

  it('no field of a command or query asks for one', () => {
    expect(inputs.length).toBeGreaterThan(50)
    expect(inputs.filter(name => BELIEFS.test(fold(name).replace(/ /g, '_')) || WATCHING.test(name))).toEqual([])
  })

  it('no command, query, export or searchable is about persons', () => {
    const names = [
      ...commands.keys(),
      ...queries.keys(),
      ...exportsByName.keys(),
      ...features.flatMap(feature => (feature.searchables ?? []).map(one => one.kind)),
    ]
    expect(names.filter(name => BELIEFS.test(name) || WATCHING.test(name) || /person|people|citizen/.test(name))).toEqual([])
  })

  it('evidence is not searched by its content', () => {
    const fileTable = migrations.join('\n').match(/CREATE TABLE file \(([\s\S]*?)\n\);/)![1]!
    expect(fileTable).not.toMatch(/tsvector|text_content|ocr/)
  })
})
