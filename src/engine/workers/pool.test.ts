import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createPool, type Pool, type PoolOptions } from './pool.ts'

const file = new URL('./fixtures/tasks.ts', import.meta.url)
const open: Pool[] = []

const poolOf = (options: Partial<PoolOptions> = {}): Pool => {
  const pool = createPool(file, { size: 1, memoryMb: 64, timeoutMs: 10_000, ...options })
  open.push(pool)
  return pool
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(pool => pool.close()))
})

describe('a pool of worker processes', () => {
  it('answers many tasks in their own order', async () => {
    const pool = poolOf({ size: 2 })
    const texts = Array.from({ length: 20 }, (_, i) => `việc ${i}`)
    expect(await Promise.all(texts.map(text => pool.run<string>({ do: 'echo', text })))).toEqual(texts)
    expect(pool.size()).toBe(2)
  })

  it('gives bytes back as bytes', async () => {
    expect(await poolOf().run({ do: 'bytes' })).toEqual(new Uint8Array([1, 2, 3]))
  })

  it('passes progress on before the answer', async () => {
    const steps: unknown[] = []
    expect(await poolOf().run({ do: 'count' }, { onProgress: step => steps.push(step) })).toBe(3)
    expect(steps).toEqual([1, 2, 3])
  })

  it('gives back what the worker threw, with its name and fields, and keeps the worker', async () => {
    const pool = poolOf()
    const before = await pool.run({ do: 'process' })
    await expect(pool.run({ do: 'refuse' })).rejects.toMatchObject({
      name: 'Refused',
      message: 'nothing to read',
      code: 'paper.empty',
      data: { pages: 0 },
    })
    expect(await pool.run({ do: 'process' })).toBe(before)
  })

  it('replaces a worker that died', async () => {
    const pool = poolOf()
    await expect(pool.run({ do: 'exit' })).rejects.toMatchObject({ name: 'WorkerFailure', reason: 'crash' })
    expect(await pool.run({ do: 'echo', text: 'còn đây' })).toBe('còn đây')
  })

  it.each(['hoard', 'hoardAtOnce'])('survives a task that eats all its memory (%s)', async deed => {
    const pool = poolOf()
    await expect(pool.run({ do: deed })).rejects.toMatchObject({ reason: 'crash' })
    expect(await pool.run({ do: 'echo', text: 'còn đây' })).toBe('còn đây')
  })

  it('ends a task that takes too long and goes on with the next', async () => {
    const pool = poolOf()
    const slow = pool.run({ do: 'hang' }, { timeoutMs: 300 })
    const next = pool.run({ do: 'echo', text: 'sau' })
    await expect(slow).rejects.toMatchObject({ reason: 'timeout' })
    expect(await next).toBe('sau')
  })

  it('calls a running and a waiting task off', async () => {
    const pool = poolOf()
    const running = new AbortController()
    const waiting = new AbortController()
    const first = pool.run({ do: 'wait' }, { signal: running.signal })
    const second = pool.run({ do: 'wait' }, { signal: waiting.signal })
    waiting.abort()
    await expect(second).rejects.toMatchObject({ reason: 'aborted' })
    running.abort()
    await expect(first).rejects.toMatchObject({ reason: 'aborted' })
    await expect(pool.run({ do: 'wait' }, { signal: running.signal })).rejects.toMatchObject({ reason: 'aborted' })
    expect(await pool.run({ do: 'echo', text: 'sau' })).toBe('sau')
  })

  it('replaces a worker after its share of tasks', async () => {
    const pool = poolOf({ tasksPerWorker: 2 })
    const processes: unknown[] = []
    for (let i = 0; i < 4; i++) processes.push(await pool.run({ do: 'process' }))
    expect(processes[0]).toBe(processes[1])
    expect(processes[1]).not.toBe(processes[2])
  })

  it('lets an idle worker end', async () => {
    const pool = poolOf({ idleMs: 20 })
    await pool.run({ do: 'echo' })
    expect(pool.size()).toBe(1)
    for (let waited = 0; pool.size() > 0 && waited < 200; waited++) await sleep(20)
    expect(pool.size()).toBe(0)
  })

  it('refuses an input that cannot be copied, and only that one', async () => {
    const pool = poolOf()
    await expect(pool.run({ do: () => 1 })).rejects.toThrow()
    expect(await pool.run({ do: 'echo', text: 'sau' })).toBe('sau')
  })

  it('fails what is left when it closes', async () => {
    const pool = poolOf()
    const first = expect(pool.run({ do: 'wait' })).rejects.toMatchObject({ reason: 'closed' })
    const second = expect(pool.run({ do: 'wait' })).rejects.toMatchObject({ reason: 'closed' })
    await pool.close()
    await Promise.all([first, second])
    await expect(pool.run({ do: 'echo' })).rejects.toMatchObject({ reason: 'closed' })
  })
})
