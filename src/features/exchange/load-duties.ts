import { sql } from 'kysely'
import type { ReadDb } from '../../engine/db/database.ts'
import { askTogether, question } from '../../engine/db/together.ts'
import { type IsoDate, isoDate } from '../../kernel/dates.ts'
import type { Cutoffs, ReportingProfile } from '../../kernel/periods.ts'
import { feastsBetween, workCalendar } from '../calendar/index.ts'
import type { Schedule } from '../programmes/index.ts'
import { type Days, type DutyProgramme, dutiesOf, type InformingCommitment } from './duties.ts'

/** A programme with the commitments to inform and its parties in order. */
export type InformingProgramme = DutyProgramme & {
  id: string
  title: string
  number: string | null
  parties: string[]
  commitments: InformingCommitment[]
}

/** What is read of programmes within rights that ask for information; of one id, or of all. */
export function informingRows(db: ReadDb, programmeId?: string) {
  const informing = db
    .selectFrom('commitment')
    .select(['id', 'programme_id', 'clause_path', 'lead_bodies', 'schedules', 'valid_from', 'valid_to'])
    .where(sql<boolean>`'information' = ANY (topics)`)
    .orderBy('position')
  const commitments = programmeId ? informing.where('programme_id', '=', programmeId) : informing
  const asking = commitments.clearSelect().clearOrderBy().select('programme_id')
  const programmes = db
    .selectFrom('programme')
    .select(['id', 'title', 'number', 'effective_from', 'period_from', 'period_to', 'reporting', 'reporting_cutoffs'])
    .select('reporting_due_after')
    .where('id', 'in', asking)
    .orderBy('period_from', 'desc')
    .orderBy('id')
  const parties = db
    .selectFrom('programme_party')
    .innerJoin('body', 'body.id', 'body_id')
    .select(['programme_id', 'body_id', 'short_name'])
    .where('programme_id', 'in', asking)
    .orderBy('position')
  return { commitments, programmes, parties }
}

type Asked = ReturnType<typeof informingRows>
type Rows = { [Name in keyof Asked]: Awaited<ReturnType<Asked[Name]['execute']>> }

export const toInforming = ({ commitments, programmes, parties }: Rows): InformingProgramme[] =>
  programmes.map(row => ({
    id: row.id,
    title: row.title,
    number: row.number,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    effectiveFrom: row.effective_from,
    profile: row.reporting as ReportingProfile,
    cutoffs: row.reporting_cutoffs as Cutoffs | null,
    dueAfter: row.reporting_due_after,
    parties: parties.filter(party => party.programme_id === row.id).map(party => party.body_id),
    commitments: commitments
      .filter(one => one.programme_id === row.id)
      .map(one => ({
        id: one.id,
        clausePath: one.clause_path,
        leadBodies: one.lead_bodies,
        schedules: one.schedules as Schedule[],
        validFrom: one.valid_from,
        validTo: one.valid_to,
      })),
  }))

/** Programmes within rights that ask for information; of one id, or all. In one statement whatever their number. */
export async function informingProgrammes(db: ReadDb, programmeId?: string): Promise<InformingProgramme[]> {
  const [found] = await askTogether(db, [question(informingRows(db, programmeId), toInforming)])
  return found!
}

/** Working days and feasts that the duties of these years are reckoned with. */
export async function daysFor(db: ReadDb, years: readonly number[]): Promise<Days> {
  const [first, last] = [Math.min(...years) - 2, Math.max(...years) + 1]
  const [from, to]: [IsoDate, IsoDate] = [isoDate(first, 1, 1), isoDate(last, 12, 31)]
  return { work: await workCalendar(db, from, to), feasts: await feastsBetween(db, from, to) }
}

/** The duties of a programme in a year that its own body has or is owed. */
export const dutiesBetween = (programme: InformingProgramme, year: number, days: Days, body: string) =>
  dutiesOf(programme, programme.commitments, programme.parties, year, days, body)
