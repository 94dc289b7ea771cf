/** What stands after ? as plain words: 2026 stays text, unlike in the router's own reading. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

export function stringifySearch(words: Record<string, unknown>): string {
  const given = Object.entries(words).flatMap(([name, value]) => (typeof value === 'string' && value ? [[name, value]] : []))
  const search = new URLSearchParams(given).toString()
  return search ? `?${search}` : ''
}
