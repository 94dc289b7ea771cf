/** A work that was visited in a year, and the commune it lies in. */
export type Visited = { constructionId: string; communeId: string }
export type Commune = { id: string; name: string }
export type CommuneCount = Commune & { works: number; reached: boolean }

/** What programmes promise: each commune's works are supervised, one to three a year. */
export const WORKS_PER_COMMUNE = { least: 1, most: 3 } as const

/** Works by commune, each work once however often it was visited; communes with none stand first. */
export function coverageOf(communes: readonly Commune[], visited: readonly Visited[]): CommuneCount[] {
  const works = new Map<string, Set<string>>()
  for (const { communeId, constructionId } of visited)
    works.set(communeId, (works.get(communeId) ?? new Set()).add(constructionId))
  return communes
    .map(commune => {
      const count = works.get(commune.id)?.size ?? 0
      return { ...commune, works: count, reached: count >= WORKS_PER_COMMUNE.least }
    })
    .toSorted((a, b) => Number(a.reached) - Number(b.reached) || a.name.localeCompare(b.name, 'vi'))
}
