import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../src/app/registry.ts'
import { newId } from '../src/kernel/ids.ts'
import { everyone, signEveryoneIn } from './access/every-role.ts'
import { expected } from './access/expected.ts'
import { commandsOf, openCommands, SHARES } from './access/shares.ts'

const { http, sessionOf } = await signEveryoneIn()

describe('the table of rights', () => {
  it('has a row for every command, and no row is without its command', () => {
    expect(openCommands.filter(name => !expected[name])).toEqual([])
    expect(Object.keys(expected).filter(name => !openCommands.includes(name))).toEqual([])
  })

  it('is tried in shares that together hold every command once, each by a file of its own', () => {
    expect(SHARES.flatMap(commandsOf).toSorted()).toEqual(openCommands.toSorted())
    const folder = join(import.meta.dirname, 'permissions')
    const tried = readdirSync(folder).map(
      name => /await checkShare\((\d)\)/.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? name,
    )
    expect(tried.toSorted()).toEqual(SHARES.map(String))
  })
})

describe('every command', () => {
  it('is refused where it is the site’s own, and to whoever is not signed in', async () => {
    const system = [...commands.values()].filter(command => command.permission === 'system').map(command => command.name)
    expect(system.length).toBeGreaterThan(3)
    for (const name of system)
      for (const { side, role } of everyone)
        expect((await sessionOf(side, role).command(name, {})).body.refusal?.code).toBe('not-permitted')
    for (const name of openCommands) {
      const reply = await http.post(`/api/commands/${name}`, { commandId: newId(), input: {} })
      expect(reply.status).toBe(401)
    }
  })
})
