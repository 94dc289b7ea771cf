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

  it('nothing asks for what tells a private person apart, outside the registers that the law founds', () => {
    const all = [...columns, ...inputs.map(field => fold(field))]
    expect(all.filter(name => PRIVATE.test(name))).toEqual([])
  })
})

// Numbers, days and addresses of a private person, and words for households and roles of belief.
const PRIVATE = /birth|cccd|cmnd|id_?card|identity|passport|ho_khau|household|home_address|spouse|kinship|chuc_sac|elder|clergy/

/** Where a private name may stand, sealed: its table and who reads it. */
const REGISTERS = ['petition_content', 'recognition_name', 'commendation_name']
const src = join(root, 'src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts') && !name.endsWith('.generated.ts'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(src, name), 'utf8') }))
const fieldsAsked = (one: { input: { toJSONSchema: (options: object) => unknown } }) =>
  fieldsOf(one.input.toJSONSchema({ io: 'input', unrepresentable: 'any' }))

describe('a private name', () => {
  it('is sealed in the tables of its registers, and no other table has a sealed name', () => {
    const created = [...migrations.join('\n').matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n\);/g)]
    const sealed = created.filter(([, , body]) => /^\s+\w+_key uuid|^\s+sealed_key uuid/m.test(body!)).map(([, table]) => table!)
    expect(sealed.toSorted()).toEqual(REGISTERS.toSorted())
    for (const [, table, body] of created)
      if (REGISTERS.includes(table!)) expect(body, table).not.toMatch(/tsvector|\b(sender|sealed) text/)
  })

  it('is read by nothing that does not ask why: its queries and papers state a purpose and stand in the access log', () => {
    const opening = [...queries.values()].filter(one => one.unseal)
    expect(opening.map(one => one.name).toSorted()).toEqual([
      'honours.commendation-names',
      'honours.recognition',
      'petitions.sender',
    ])
    for (const one of [...queries.values()].filter(({ sensitive }) => sensitive))
      expect(fieldsAsked(one), one.name).toContain('purpose')
    for (const one of opening) expect(one.sensitive, one.name).toBeDefined()
    for (const one of exportsByName.values()) expect(Boolean(one.unseal), one.name).toBe(Boolean(one.sensitive))
  })

  it('is handed in by commands that keep not even a digest of it', () => {
    const handing = ['petitions.keep-sender', 'honours.load-list', 'honours.change-name', 'honours.nominate']
    for (const name of handing) expect(commands.get(name)?.secret, name).toBe(true)
    const sealing = sources.filter(({ name, text }) => /\/commands\//.test(name) && /sealName\(/.test(text))
    expect(
      sealing
        .map(({ name }) =>
          name
            .match(/([\w-]+)\/commands\/([\w-]+)\.ts/)!
            .slice(1)
            .join('.'),
        )
        .toSorted(),
    ).toEqual(handing.toSorted())
  })

  it('is no way to find a record: no query, search or list is asked by name', () => {
    const asked = [...queries.values()].flatMap(one => fieldsAsked(one).map(field => `${one.name} ${field}`))
    expect(asked.filter(one => / (\w*[nN]ame|sender|nominee|holder)$/.test(one))).toEqual([])
    const searching = sources.filter(({ text }) => /: Searchable\b/.test(text))
    expect(searching.length).toBeGreaterThan(5)
    for (const { name, text } of searching)
      for (const table of [...REGISTERS, 'recognition', 'benefit', 'commendation_line'])
        expect(text, name).not.toMatch(new RegExp(`['" ]${table}['". ]`))
  })

  it('stands in no figure, plot or export beside a petition: nothing reads both', () => {
    const reads = (text: string, tables: RegExp) => tables.test(text)
    const petitions = /From\('petition|Join\('petition|FROM petition|JOIN petition/
    const honoured =
      /From\('(recognition|benefit|commendation)|Join\('(recognition|benefit|commendation)|FROM (recognition|benefit|commendation)/
    const both = sources.filter(({ text }) => reads(text, petitions) && reads(text, honoured))
    expect(both.map(({ name }) => name)).toEqual([])
    expect(sources.filter(({ text }) => reads(text, honoured)).every(({ name }) => name.startsWith('features/honours/'))).toBe(
      true,
    )
  })

  it('takes its counts with it: whatever the review tells of those honoured has no count of persons under five', () => {
    const told = migrations.join('\n').match(/CREATE FUNCTION honour_programme_counts[\s\S]*?\$\$;/)![0]
    expect(told).toMatch(/HAVING sum\(c\.turns\) >= 5/)
  })
})

describe('a reading of a sensitive record', () => {
  it('has a word in the log, so that who answers for the body understands it', () => {
    const words = readdirSync(join(src, 'ui/messages/vi')).map(name => readFileSync(join(src, 'ui/messages/vi', name), 'utf8'))
    const kinds = sources.flatMap(({ text }) => [...text.matchAll(/sensitive: .*?kind: '([\w-]+)'/g)].map(match => match[1]!))
    expect(kinds.length).toBeGreaterThan(3)
    expect([...new Set(kinds)].filter(kind => !words.join('\n').includes(`'reading.${kind}'`))).toEqual([])
  })
})
