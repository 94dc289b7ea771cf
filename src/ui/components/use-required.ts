import { useEffect, useState } from 'react'
import { t } from '../messages/index.ts'

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

export type Required = {
  /** The sentence for a required field that is still empty, once sending was tried. */
  problemOf: (field: string) => string | null
  /** True where nothing is missing; otherwise says so at the fields and takes the focus to the first. */
  check: () => boolean
}

/** Asks for what a form cannot do without: `useRequired({ name, heldOn })`. */
export function useRequired(values: Record<string, unknown>): Required {
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus()
  }, [tries])
  return {
    problemOf: field => (tries > 0 && field in values && isEmpty(values[field]) ? t('part.fill-in') : null),
    check() {
      if (!Object.values(values).some(isEmpty)) return true
      setTries(count => count + 1)
      return false
    },
  }
}
