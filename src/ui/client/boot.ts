import type { Role } from '../../kernel/permissions.ts'

export type NamedBody = { id: string; name: string; shortName: string }
export type Me = {
  accountId: string
  displayName: string
  post: string
  roles: Role[]
  /** In whose seat the session works: the own body, or one that it succeeded. */
  body: NamedBody
  ownBody: NamedBody
  seats: NamedBody[]
  unit: { id: string; name: string } | null
  /** The place of the body in its newest programme, whose mark it wears; null where it is in none. */
  position: number | null
}
export type DemoAccount = { username: string; password: string; post: string; body: string }
/** What the server puts into the page, so that the first screen needs no second question. */
export type Boot = { me: Me | null; setup: boolean; demo: DemoAccount[]; today: unknown }

const NOBODY: Boot = { me: null, setup: false, demo: [], today: null }

/** Reads the page's first data; an unreadable or missing one counts as nobody signed in. */
export function parseBoot(text: string | null | undefined): Boot {
  if (!text) return NOBODY
  try {
    return { ...NOBODY, ...(JSON.parse(text) as Partial<Boot>) }
  } catch {
    return NOBODY
  }
}

let read: Boot | null = null

/** The boot data of this page. */
export function boot(): Boot {
  read ??= parseBoot(document.getElementById('boot')?.textContent)
  return read
}

/** The person signed in; throws where nobody is, since no screen that asks stands without one. */
export function me(): Me {
  const person = boot().me
  if (!person) throw new Error('nobody is signed in')
  return person
}
