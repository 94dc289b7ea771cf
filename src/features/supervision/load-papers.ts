import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import type { QueryContext } from '../../engine/query.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { personOf } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { getBody, leaderOf } from '../agencies/index.ts'
import type { IssuingBody } from '../documents/index.ts'
import type { SupervisionForm, SupervisionState } from './contract.ts'
import { figuresOf, type ReportFigures, supervisionsOf } from './figures.ts'
import { type OverallSupervision, overallOf } from './overall.ts'
import { boundsOf, parsePeriod, type ReportPeriod } from './periods.ts'

export type RegisterRow = {
  title: string
  object: string
  place: string
  investor: string
  form: SupervisionForm
  heldOn: IsoDate
  found: string[]
  asked: string[]
  answer: string
  state: SupervisionState
}
export type LoadedRegister = {
  from: IssuingBody
  period: ReportPeriod
  figures: ReportFigures
  rows: RegisterRow[]
  day: IsoDate
}
export type LoadedOverall = { from: IssuingBody; year: number; supervisions: OverallSupervision[]; day: IsoDate }

async function issuerFor(db: ReadDb, bodyId: string): Promise<IssuingBody> {
  const { name, symbol, kind, place, superior } = await getBody(db, bodyId)
  return { name, symbol, kind, place, superior, signer: await leaderOf(db, bodyId) }
}

function getPeriod(id: string): ReportPeriod {
  const period = parsePeriod(id)
  if (!period) throw new Refusal('not-found', { what: 'period' })
  return period
}

/** The own body's supervisions with a visit in a period. Refuses 'not-found' for what names no period. */
export async function loadRegister({ db, acting, today }: QueryContext, id: string): Promise<LoadedRegister> {
  const { bodyId } = personOf(acting)
  const period = getPeriod(id)
  const bounds = boundsOf(period)
  const figures = figuresOf(await supervisionsOf(db, { bodyId }, bounds.to), bounds)
  return { from: await issuerFor(db, bodyId), period, figures, rows: await rowsOf(db, bodyId, bounds), day: today }
}

/** The overall supervision of a year, as the own body sees it. */
export async function loadOverall({ db, acting, today }: QueryContext, id: string): Promise<LoadedOverall> {
  const { year } = getPeriod(id)
  return { from: await issuerFor(db, personOf(acting).bodyId), year, supervisions: await overallOf(db, year), day: today }
}

async function rowsOf(db: ReadDb, bodyId: string, { from, to }: { from: IsoDate; to: IsoDate }): Promise<RegisterRow[]> {
  const first = sql<IsoDate>`(SELECT min(day) FROM supervision_step v WHERE v.supervision_id = supervision.id
    AND v.kind IN ('visit', 'conclude') AND v.taken_back_at IS NULL)`
  const findings = (column: 'text' | 'recommendation') => sql<string[]>`ARRAY(SELECT ${sql.ref(column)} FROM finding f
    WHERE f.supervision_id = supervision.id AND f.removed_at IS NULL AND ${sql.ref(column)} <> '' ORDER BY f.seen_on, f.created_at)`
  const rows = await db
    .selectFrom('supervision')
    .leftJoin('construction', 'construction.id', 'construction_id')
    .leftJoin('place', 'place.id', 'supervision.commune_id')
    .select(['title', 'object', 'form', 'state', 'construction.investor', 'place.name as commune'])
    .select([first.as('held_on'), findings('text').as('found'), findings('recommendation').as('asked')])
    .select(
      sql<string | null>`(SELECT summary FROM supervision_step a WHERE a.supervision_id = supervision.id
        AND a.kind = 'answer' AND a.taken_back_at IS NULL ORDER BY a.created_at DESC LIMIT 1)`.as('answer'),
    )
    .where('supervision.body_id', '=', bodyId)
    .where(first, '>=', from)
    .where(first, '<=', to)
    .orderBy('held_on')
    .orderBy('supervision.id')
    .execute()
  return rows.map(({ held_on: heldOn, commune, investor, answer, form, state, ...row }) => ({
    ...row,
    form: form as SupervisionForm,
    state: state as SupervisionState,
    heldOn,
    place: commune ?? '',
    investor: investor ?? '',
    answer: answer ?? '',
  }))
}
