import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type AnyCommand, command } from '../../src/engine/command.ts'
import type { Tx } from '../../src/engine/db/database.ts'
import { runCommand } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openTestSite, refusalOf } from '../harness/site.ts'

const site = await openTestSite()
const { send, who, engine } = site
const admin = who('quantri.mttq')
const unit = (name: string, unitId = newId()) => ({ unitId, bodyId: admin.bodyId, name })

const auditOf = (commandId: string) =>
  engine.database.read('system', db => db.selectFrom('audit').selectAll().where('command_id', '=', commandId).execute())

describe('the runner', () => {
  it('answers a command sent twice as the first time, and changes nothing more', async () => {
    const commandId = newId()
    const input = unit('Ban Dân chủ - Pháp luật')
    const first = await send(admin, 'agencies.create-unit', input, commandId)
    const second = await send(admin, 'agencies.create-unit', input, commandId)
    expect(second).toEqual(first)
    expect(await auditOf(commandId)).toHaveLength(1)
  })

  it('answers two sendings at the same moment alike', async () => {
    const commandId = newId()
    const input = unit('Ban Tổ chức')
    const answers = await Promise.all([1, 2, 3].map(() => send(admin, 'agencies.create-unit', input, commandId)))
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  })

  it('refuses the id of an earlier command with another content', async () => {
    const commandId = newId()
    await send(admin, 'agencies.create-unit', unit('Phòng Một'), commandId)
    expect(await refusalOf(send(admin, 'agencies.create-unit', unit('Phòng Hai'), commandId))).toBe('command-id-reused')
  })

  it('leaves neither audit nor replay record of a refused command', async () => {
    const commandId = newId()
    await send(admin, 'agencies.create-unit', unit('Phòng Ba'))
    expect(await refusalOf(send(admin, 'agencies.create-unit', unit('Phòng Ba'), commandId))).toBe('agencies.name-taken')
    expect(await auditOf(commandId)).toHaveLength(0)
    const record = await engine.database.read('system', db =>
      db.selectFrom('command_record').select('id').where('id', '=', commandId).executeTakeFirst(),
    )
    expect(record).toBeUndefined()
  })

  it('carries out both of two commands that wait for each other', async () => {
    const units = [newId(), newId()]
    for (const [at, unitId] of units.entries()) await send(admin, 'agencies.create-unit', unit(`Phòng chéo ${at}`, unitId))
    const lock = (tx: Tx, id: string) => tx.selectFrom('unit').select('id').where('id', '=', id).forUpdate().execute()
    let arrived = 0
    const crossing = command({
      name: 'test.cross',
      permission: { roles: ['administrator'], reach: 'own' },
      input: z.strictObject({ first: z.guid(), second: z.guid() }),
      run: async ({ tx }, { first, second }) => {
        await lock(tx, first)
        arrived++
        // Each waits until the other holds its first; who comes again finds both gone.
        await vi.waitFor(() => expect(arrived).toBeGreaterThan(1))
        await lock(tx, second)
        return { result: {}, audit: { kind: 'unit', id: second } }
      },
    })
    const crossed = { ...engine, commands: new Map([[crossing.name, crossing as AnyCommand]]) }
    const cross = (first: string, second: string) =>
      runCommand(crossed, admin, { commandId: newId(), name: crossing.name, input: { first, second } })
    const [one, other] = units as [string, string]
    expect(await Promise.all([cross(one, other), cross(other, one)])).toEqual([{}, {}])
    expect(arrived).toBe(3)
  })

  it('refuses an input with a field too many', async () => {
    const input = { ...unit('Phòng Bốn'), home: newId() }
    expect(await refusalOf(send(admin, 'agencies.create-unit', input))).toBe('bad-input')
  })

  it('keeps nobody and system commands apart', async () => {
    expect(await refusalOf(send('nobody', 'agencies.create-unit', unit('X')))).toBe('sign-in-first')
    expect(await refusalOf(send(admin, 'agencies.record-failed-sign-in', { accountId: admin.accountId }))).toBe('not-permitted')
  })
})
