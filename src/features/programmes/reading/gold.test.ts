import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shared } from '../../../../test/shared.ts'
import { parseText } from '../../../formats/text/parse.ts'
import { readProgramme } from './read-programme.ts'

const home = shared ?? ''

/** The scorer's exit code and its words, for the reading of one real programme. */
const score = (name: string, change: (text: string) => string = text => text): { status: number | null; words: string } => {
  const result = readProgramme(parseText(Buffer.from(change(readFileSync(join(home, 'programmes', `${name}.txt`), 'utf8')))))
  const folder = mkdtempSync(join(tmpdir(), 'phoihop-gold-'))
  const file = join(folder, 'result.json')
  writeFileSync(file, JSON.stringify(result))
  const run = spawnSync(
    process.execPath,
    [join(home, 'checks/score-import.mjs'), join(home, 'checks/gold', `${name}.json`), file],
    { encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })
  return { status: run.status, words: run.stdout + run.stderr }
}

/** Breaks long lines as a page would, with a page number after every thirty-fifth. */
const setInLines = (text: string, width: number): string => {
  const breaks = new RegExp(`(?=.{${width}})(.{20,${width}}) `, 'g')
  const lines = text.split('\n').flatMap(line => (line.includes('\t') ? [line] : line.replace(breaks, '$1\n').split('\n')))
  return lines.flatMap((line, i) => (i % 35 === 34 ? [line, '', `${(i + 1) / 35 + 1}`, ''] : [line])).join('\n')
}

describe.skipIf(!shared)('the reading of the real programmes', () => {
  it.each(['kontum-2021-2025', 'binhthuan-2022-2025'])('reaches the bar in every measure: %s', name => {
    const { status, words } = score(name)
    expect(words).not.toContain('FALL')
    expect(status).toBe(0)
  })

  it.each([
    ['NFD with Windows line ends', (text: string) => text.normalize('NFD').replaceAll('\n', '\r\n')],
    ['set in lines of 85 signs with page numbers', (text: string) => setInLines(text, 85)],
    ['set in lines of 60 signs with page numbers', (text: string) => setInLines(text, 60)],
    ['with long dashes', (text: string) => text.replace(/^(\s*)- /gm, '$1– ')],
  ])('reaches it also %s', (_, change) => {
    const { status, words } = score('kontum-2021-2025', change)
    expect(words).not.toContain('FALL')
    expect(status).toBe(0)
  })

  it('gives four duties for the leaf that lists events', () => {
    const result = readProgramme(parseText(readFileSync(join(home, 'programmes/kontum-2021-2025.txt'))))
    expect(result.commitments.filter(duty => duty.clause === 'III/2/-5')).toHaveLength(4)
  })
})
