export type DraftPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
export type DraftStore<Draft> = { find: () => Draft | null; keep: (draft: Draft) => void; drop: () => void }

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is kept laid over what the form starts with: a form that has gained a field since then still opens. */
export function mergeDraft<Draft>(initial: Draft, kept: unknown): Draft {
  if (!isPlain(initial)) return (typeof kept === typeof initial ? kept : initial) as Draft
  if (!isPlain(kept)) return initial
  const known = Object.entries(kept).filter(([key]) => key in initial)
  return { ...initial, ...Object.fromEntries(known) }
}

/** Keeps one form's content under one key. A full or forbidden storage loses the draft, never the form. */
export function makeDraftStore<Draft>(place: DraftPlace, key: string, initial: Draft): DraftStore<Draft> {
  return {
    find() {
      try {
        const text = place.getItem(key)
        return text === null ? null : mergeDraft(initial, JSON.parse(text) as unknown)
      } catch {
        return null
      }
    },
    keep(draft) {
      try {
        if (JSON.stringify(draft) === JSON.stringify(initial)) place.removeItem(key)
        else place.setItem(key, JSON.stringify(draft))
      } catch {
        place.removeItem(key)
      }
    },
    drop: () => place.removeItem(key),
  }
}
