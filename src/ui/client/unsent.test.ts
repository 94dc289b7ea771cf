import { expect, test } from 'vitest'
import { makeUnsent } from './unsent.ts'

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const command = (commandId: string) => ({ commandId, name: 'activities.record-activity', input: { title: 'x' }, queuedAt: 1 })

test('unanswered commands wait in their order and are there after the browser was closed', () => {
  const place = storage()
  const first = makeUnsent(place, 'k')
  first.keep(command('a'))
  first.keep(command('b'))
  expect(
    makeUnsent(place, 'k')
      .list.get()
      .map(kept => kept.commandId),
  ).toEqual(['a', 'b'])
})

test('the same command waits once, however often it was tried', () => {
  const unsent = makeUnsent(storage(), 'k')
  unsent.keep(command('a'))
  unsent.keep(command('a'))
  expect(unsent.list.get()).toHaveLength(1)
})

test('an answered command no longer waits, and the screen hears of it', () => {
  const unsent = makeUnsent(storage(), 'k')
  unsent.keep(command('a'))
  let heard = 0
  unsent.list.listen(() => {
    heard += 1
  })
  unsent.drop('a')
  expect(unsent.list.get()).toEqual([])
  expect(heard).toBe(1)
})
