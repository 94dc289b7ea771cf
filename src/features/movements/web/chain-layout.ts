type Link = { id: string; from: string | null }
export type Placed<One extends Link> = { link: One; column: number; row: number; parentRow: number | null }

/** Each model one step right of the one it repeats, the copies below one another in their order; no two in one row. */
export function layChain<One extends Link>(links: readonly One[]): Placed<One>[] {
  const placed: Placed<One>[] = []
  const lay = (link: One, column: number, parentRow: number | null) => {
    const row = placed.length
    placed.push({ link, column, row, parentRow })
    for (const next of links.filter(one => one.from === link.id)) lay(next, column + 1, row)
  }
  for (const first of links.filter(link => !links.some(one => one.id === link.from))) lay(first, 0, null)
  return placed
}
