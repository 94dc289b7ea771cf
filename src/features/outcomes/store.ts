import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { getPlaces, LOCAL_KINDS } from '../agencies/index.ts'
import type { OutcomeFigure } from './contract.ts'
import type { OutcomeKey } from './indicators.ts'
import type { Earlier, Told } from './rules.ts'

const select = (db: ReadDb) => db.selectFrom('outcome_report').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const toReport = (row: Row) => ({
  id: row.id,
  bodyId: row.body_id,
  programmeId: row.programme_id,
  clausePath: row.clause_path,
  indicator: row.indicator as OutcomeKey,
  year: row.year,
  number: row.number,
  issuedOn: row.issued_on,
  issuer: row.issuer,
  total: row.told_total,
  removed: row.removed_at !== null,
  version: row.version,
})
export type Report = ReturnType<typeof toReport>

/** A report on an own programme. Refuses 'not-found'. */
export async function getReport(db: ReadDb, id: string): Promise<Report> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'outcome-report' })
  return toReport(row)
}

type Filters = { programmeId?: string | undefined; clausePath?: string | undefined; indicator?: OutcomeKey }

/** Reports that stand, the latest year first. */
export async function listReports(db: ReadDb, { programmeId, clausePath, indicator }: Filters): Promise<Report[]> {
  let rows = select(db).where('removed_at', 'is', null)
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  if (clausePath) rows = rows.where('clause_path', '=', clausePath)
  if (indicator) rows = rows.where('indicator', '=', indicator)
  return (await rows.orderBy('year', 'desc').orderBy('issued_on', 'desc').orderBy('id').execute()).map(toReport)
}

/** All that was told of the same indicator and year, as far as the own body reads it: removed reports among it, and those of other parties. */
export async function earlierOf(
  db: ReadDb,
  { bodyId, indicator, year }: Pick<Report, 'bodyId' | 'indicator' | 'year'>,
): Promise<Earlier[]> {
  const rows = await db
    .selectFrom('outcome_cell')
    .innerJoin('outcome_report', 'outcome_report.id', 'report_id')
    .select(['report_id', 'outcome_report.body_id', 'told_total', 'commune_id', 'told'])
    .where('indicator', '=', indicator)
    .where('year', '=', year)
    .execute()
  return [...Map.groupBy(rows, row => row.report_id).values()].map(cells => ({
    own: cells[0]!.body_id === bodyId,
    total: cells[0]!.told_total,
    cells: cells.map(({ commune_id, told }) => ({ communeId: commune_id, told })),
  }))
}

type At = Pick<Report, 'id' | 'bodyId' | 'programmeId'>

/** Writes the figures as reported for the own body, and as told for every party. */
export async function writeFigures(tx: Tx, at: At, figures: readonly OutcomeFigure[], { cells }: Told): Promise<void> {
  const of = { report_id: at.id, body_id: at.bodyId }
  await tx.deleteFrom('outcome_figure').where('report_id', '=', at.id).execute()
  await tx.deleteFrom('outcome_cell').where('report_id', '=', at.id).execute()
  const raw = figures.map(({ communeId, value }) => ({ ...of, commune_id: communeId, value }))
  await tx.insertInto('outcome_figure').values(raw).execute()
  const told = cells.map(cell => ({ ...of, programme_id: at.programmeId, commune_id: cell.communeId, told: cell.told }))
  await tx.insertInto('outcome_cell').values(told).execute()
}

/** Figures are told of communes, wards and special zones. Refuses 'outcomes.not-a-commune'. */
export async function checkCommunes(db: ReadDb, figures: readonly OutcomeFigure[]): Promise<void> {
  const ids = [...new Set(figures.map(one => one.communeId))]
  const places = await getPlaces(db, ids)
  const wrong = places.some(place => place.kind === 'village' || !LOCAL_KINDS.includes(place.kind))
  if (wrong) throw new Refusal('outcomes.not-a-commune')
}

/** Refuses 'outcomes.entered-already' where the own body has told the indicator of this year. */
export async function refuseTwice(db: ReadDb, one: Omit<At, 'id'> & { indicator: string; year: number }, ownId: string) {
  const twice = await db
    .selectFrom('outcome_report')
    .select('id')
    .where('programme_id', '=', one.programmeId)
    .where('body_id', '=', one.bodyId)
    .where('indicator', '=', one.indicator)
    .where('year', '=', one.year)
    .where('removed_at', 'is', null)
    .where('id', '<>', ownId)
    .executeTakeFirst()
  if (twice) throw new Refusal('outcomes.entered-already', { year: one.year })
}
