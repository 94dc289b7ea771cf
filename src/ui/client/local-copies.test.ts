import { expect, it } from 'vitest'
import { dropSettled, noteSettled } from './local-copies.ts'
import type { KeptPlace } from './unsent.ts'

function place(): KeptPlace {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
  }
}

it('copies that the server has are thrown away at sign-out, those with words of their own are not', () => {
  const [here, dropped] = [place(), [] as string[]]
  noteSettled('một', true, here)
  noteSettled('hai', true, here)
  noteSettled('hai', false, here)
  dropSettled(here, name => void dropped.push(name))
  expect(dropped).toEqual(['một'])
  dropSettled(here, name => void dropped.push(name))
  expect(dropped).toEqual(['một'])
})
