import { reachOf } from '../agencies/index.ts'
import { findElement, nameElement, projectOf } from '../programmes/index.ts'
import { WORKS_PER_COMMUNE } from './contract.ts'

/** A work that was visited in a year, and the commune it lies in. */
export type Visited = { constructionId: string; communeId: string }
export type Commune = { id: string; name: string }
export type CommuneCount = Commune & { works: number; reached: boolean }

/** Works by commune, each work once however often it was visited; communes with none stand first. */
export function coverageOf(communes: readonly Commune[], visited: readonly Visited[]): CommuneCount[] {
  const works = new Map([...Map.groupBy(visited, one => one.communeId)].map(([id, all]) => [id, distinctWorks(all)]))
  const { none } = reachOf(
    communes.map(one => one.id),
    works,
    WORKS_PER_COMMUNE.least,
  )
  return communes
    .map(commune => ({ ...commune, works: works.get(commune.id) ?? 0, reached: !none.includes(commune.id) }))
    .toSorted((a, b) => Number(a.reached) - Number(b.reached) || a.name.localeCompare(b.name, 'vi'))
}

const distinctWorks = (visited: readonly Visited[]): number => new Set(visited.map(one => one.constructionId)).size

/** A project of the catalogue, once however many of its parts were supervised. */
export type Project = { key: string; name: string }

/** The projects that were supervised; `others` are written in free text and in no catalogue. */
export function projectsOf(rows: readonly { element: string | null; object: string }[]): {
  projects: Project[]
  others: string[]
} {
  const keys = new Set(rows.flatMap(row => (row.element ? projectOf(row.element) : [])))
  const projects = [...keys].flatMap(key => {
    const found = findElement(key)
    return found ? [{ key, name: `${nameElement(found)} (${found.cycle.id})` }] : []
  })
  return {
    projects: projects.toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true })),
    others: [...new Set(rows.filter(row => !row.element).map(row => row.object))].toSorted((a, b) => a.localeCompare(b, 'vi')),
  }
}
