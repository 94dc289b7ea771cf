import type { ReadDb } from '../../engine/db/database.ts'
import type { SupervisionState } from './contract.ts'

export type OverallFinding = { id: string; text: string; recommendation: string; proposal: string }
export type OverallSupervision = {
  id: string
  title: string
  object: string
  place: string
  body: string
  state: SupervisionState
  findings: OverallFinding[]
}

/** The supervisions of the overall supervision of a year that the reader sees, each with its findings. */
export async function overallOf(db: ReadDb, year: number): Promise<OverallSupervision[]> {
  const rows = await db
    .selectFrom('supervision')
    .innerJoin('body', 'body.id', 'supervision.body_id')
    .leftJoin('place', 'place.id', 'commune_id')
    .select(['supervision.id', 'title', 'object', 'state', 'body.short_name', 'place.name as commune'])
    .where('overall_year', '=', year)
    .orderBy('starts_on')
    .orderBy('supervision.id')
    .execute()
  if (rows.length === 0) return []
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'supervision_id', 'text', 'recommendation', 'proposal'])
    .where('removed_at', 'is', null)
    .where(
      'supervision_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('seen_on')
    .orderBy('created_at')
    .execute()
  const ofSupervision = Map.groupBy(findings, one => one.supervision_id)
  return rows.map(row => ({
    id: row.id,
    title: row.title,
    object: row.object,
    place: row.commune ?? '',
    body: row.short_name,
    state: row.state as SupervisionState,
    findings: (ofSupervision.get(row.id) ?? []).map(({ supervision_id: _of, ...finding }) => finding),
  }))
}

/** What the findings propose for the next period, each proposal once with the places it comes from. */
export function proposalsOf(supervisions: readonly OverallSupervision[]): { text: string; from: string[] }[] {
  const all = supervisions.flatMap(one =>
    one.findings.filter(finding => finding.proposal !== '').map(({ proposal }) => ({ proposal, from: one.place || one.object })),
  )
  return [...Map.groupBy(all, one => one.proposal)].map(([text, same]) => ({
    text,
    from: [...new Set(same.map(one => one.from))],
  }))
}
