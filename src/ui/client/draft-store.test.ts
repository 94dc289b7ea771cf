import { beforeEach, describe, expect, test } from 'vitest'
import { type DraftPlace, makeDraftStore, mergeDraft } from './draft-store.ts'

const INITIAL = { title: '', count: null as number | null }

/** A storage of the browser, as a map. */
function place(): DraftPlace & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: key => void kept.delete(key),
  }
}

describe('keeping what is typed', () => {
  let storage = place()
  beforeEach(() => {
    storage = place()
  })
  const store = () => makeDraftStore(storage, 'phoihop.draft.a.activity', INITIAL)

  test('a draft comes back when the form opens again', () => {
    store().keep({ title: 'Tập huấn', count: 2 })
    expect(store().find()).toEqual({ title: 'Tập huấn', count: 2 })
  })
  test('a form that holds only what it began with keeps nothing', () => {
    store().keep({ title: 'Tập', count: null })
    store().keep({ ...INITIAL })
    expect(storage.kept.size).toBe(0)
    expect(store().find()).toBeNull()
  })
  test('a sent draft is gone', () => {
    store().keep({ title: 'Tập huấn', count: 2 })
    store().drop()
    expect(store().find()).toBeNull()
  })
  test('a broken entry counts as none', () => {
    storage.kept.set('phoihop.draft.a.activity', '{"title":')
    expect(store().find()).toBeNull()
  })
  test('a full storage loses the draft, never the form', () => {
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => makeDraftStore(full, 'k', INITIAL).keep({ title: 'x', count: 1 })).not.toThrow()
  })
})

describe('a draft of an older form', () => {
  test('gains the new fields and loses the ones that are gone', () => {
    expect(mergeDraft(INITIAL, { title: 'Tập huấn', place: 'Sơn Hà' })).toEqual({ title: 'Tập huấn', count: null })
  })
  test('of another shape is not taken', () => expect(mergeDraft(INITIAL, [1, 2])).toEqual(INITIAL))
})
