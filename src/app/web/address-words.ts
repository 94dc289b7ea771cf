/** What stands after ? as plain words: 2026 stays text, unlike in the router's own reading. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

export function stringifySearch(words: Record<string, unknown>): string {
  const given = Object.entries(words).filter(([, value]) => typeof value === 'string' && value !== '')
  const search = new URLSearchParams(given as [string, string][]).toString()
  return search ? `?${search}` : ''
}
