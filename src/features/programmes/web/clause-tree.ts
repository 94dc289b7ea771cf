type Hung = { path: string; parent: string | null }

/** How deep each clause hangs, the top at 0. */
export function depthsOf(clauses: readonly Hung[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const { path, parent } of clauses) depths.set(path, parent === null ? 0 : (depths.get(parent) ?? 0) + 1)
  return depths
}

/** A title as papers print it: the kind in capitals, what it is about below. */
export function titleLines(title: string): [head: string, rest: string] {
  const cut = /\s(?=(?:giữa|về|về việc|của|giai đoạn|năm)(?![\p{L}]))/u.exec(title)
  return cut ? [title.slice(0, cut.index).toUpperCase(), title.slice(cut.index + 1)] : [title.toUpperCase(), '']
}
