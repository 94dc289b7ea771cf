import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../src/ui/messages/vi/features.ts'
import { core } from '../src/ui/messages/vi.ts'

const words: Record<string, string> = { ...core, ...features }
const src = join(import.meta.dirname, '../src')
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts') && !name.includes('messages'))
  .map(name => readFileSync(join(src, name), 'utf8'))

const refusals = new Set(
  code.flatMap(text =>
    [...text.matchAll(/(?:new Refusal\(\s*|insertUnique\(\w+,\s*|\{ ?code: )'([a-z][\w.-]+)'/g)].map(match => match[1]!),
  ),
)
const fieldCodes = new Set(code.flatMap(text => [...text.matchAll(/'(field\.[\w-]+)'/g)].map(match => match[1]!)))
const unreadable = [...code.join('\n').matchAll(/export type UnreadableCode =([^=]*?)\n\n/g)].flatMap(match =>
  [...match[1]!.matchAll(/'([\w-]+)'/g)].map(one => one[1]!),
)

describe('the message catalogue', () => {
  it('has words for every refusal', () => {
    expect(refusals.size).toBeGreaterThan(10)
    expect([...refusals].filter(one => !words[`refusal.${one}`] && !words[one])).toEqual([])
  })

  it('has words for every field that can be wrong and every file that cannot be read', () => {
    expect([...fieldCodes].filter(one => !words[`refusal.${one}`] && !words[one])).toEqual([])
    expect(unreadable).toContain('state-secret')
    expect(unreadable.filter(one => !words[`file.${one}`])).toEqual([])
  })

  it('is written in Vietnamese without exclamation marks or pleading', () => {
    expect(Object.entries(words).filter(([, text]) => /!|vui lòng/i.test(text))).toEqual([])
    expect(Object.entries(words).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([])
  })
})
