import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseText } from '../../../formats/text/parse.ts'
import { type Gold, measure } from './fixtures/measure.ts'
import { readProgramme } from './read-programme.ts'
import type { ImportResult } from './result.ts'

const home = join(import.meta.dirname, 'fixtures')
const names = readdirSync(home).flatMap(file => (file.endsWith('.txt') ? [file.slice(0, -4)] : []))

const textOf = (name: string): string => readFileSync(join(home, `${name}.txt`), 'utf8')
const goldOf = (name: string): Gold => JSON.parse(readFileSync(join(home, `${name}.gold.json`), 'utf8'))
const read = (text: string): ImportResult => readProgramme(parseText(Buffer.from(text)))

/** Breaks long lines as a page would; lines set in columns stay. */
const setInLines = (text: string, width: number): string => {
  const breaks = new RegExp(`(?=.{${width}})(.{20,${width}}) `, 'g')
  const lines = text.split('\n')
  return lines.flatMap(line => (/\t|\s{3}/.test(line) ? [line] : line.replace(breaks, '$1\n').split('\n'))).join('\n')
}

const withPages = (text: string): string =>
  text
    .split('\n')
    .flatMap((line, i) => (i % 35 === 34 ? [line, '', `${(i + 1) / 35 + 1}`, ''] : [line]))
    .join('\n')

/** Pages of twenty lines, each with its number and the office's line above. */
const underHeads = (text: string): string => {
  const lines = text.split('\n')
  const pages = Array.from({ length: Math.ceil(lines.length / 20) }, (_, i) => lines.slice(i * 20, i * 20 + 20).join('\n'))
  return pages.map((page, i) => (i === 0 ? page : `${i + 1}\nVăn phòng Sơn Hà - bản lưu\n${page}`)).join('\n\f')
}

const DAMAGES: readonly [string, (text: string) => string][] = [
  ['as NFD with Windows line ends', text => text.normalize('NFD').replaceAll('\n', '\r\n')],
  ['set in lines of 60 signs', text => setInLines(text, 60)],
  ['set in lines of 74 signs', text => setInLines(text, 74)],
  ['set in lines of 88 signs', text => setInLines(text, 88)],
  ['set in lines of 100 signs, with page numbers', text => withPages(setInLines(text, 100))],
  ['with an empty line after every line', text => text.replaceAll('\n', '\n\n')],
  ['with page numbers', withPages],
  ['with running heads', text => underHeads(setInLines(text, 90))],
  ['with Ƣ for Ư', text => text.replaceAll('Ư', 'Ƣ').replaceAll('ư', 'ƣ')],
  ['with Cyrillic look-alikes', text => text.replaceAll('A', 'А').replaceAll('o', 'о').replaceAll('c', 'с')],
  ['with long dashes', text => text.replace(/^(\s*)- /gm, '$1– ')],
]

describe.each(names)('the fictional document %s', name => {
  it('is read as an expert reads it', () => {
    expect(measure(goldOf(name), read(textOf(name)))).toEqual([])
  })

  it.each(DAMAGES)('keeps its clauses, leads and citations %s', (_, damage) => {
    const { clauses, citations, lead } = goldOf(name)
    expect(measure({ clauses, citations, lead }, read(damage(textOf(name))))).toEqual([])
  })
})
