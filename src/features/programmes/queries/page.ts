import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { type IsoDate, isIsoDate, yearOf } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { inForceBetween } from '../commitments-in-force.ts'
import { neighboursOf } from '../continues.ts'
import { endedProgrammes, originsOf } from '../endings.ts'
import { passedDuties } from '../passed-duties.ts'
import type { ImportResult, Schedule, Target } from '../reading/result.ts'
import { isWorker } from '../rules.ts'
import { getProgramme, partiesOn, sourceBefore, sourceFrom } from '../store.ts'
import { signatureLines } from './signature-lines.ts'
import { textOfDay } from './text.ts'

type Details = Pick<ImportResult, 'parent' | 'citations' | 'focalUnits' | 'recipients' | 'signatories' | 'signatures'>

const ORIGINAL = 'original'
const asked = z.strictObject({
  programmeId: z.guid(),
  year: z.int().min(1945).max(2200).optional(),
  /** The day whose text is shown, 'original' for the signed one; today where nothing is asked. */
  on: z.union([z.literal(ORIGINAL), z.string().refine(isIsoDate, 'field.date')]).optional(),
})

/**
 * The document in its order, each clause with its commitments, as it stands on a day; what has become of them is asked of
 * `plans.clause-ticks`.
 */
export const showProgramme = query({
  name: 'programmes.page',
  permission: { roles: anyRole, reach: 'party' },
  input: asked,
  run: async ({ db, acting, today }, { programmeId, year, on = today }) => {
    const programme = await getProgramme(db, programmeId)
    const day = on === ORIGINAL ? null : on
    const [text, commitments, parties] = [
      await textOfDay(db, programmeId, day),
      await commitmentsOf(db, programmeId, day),
      await partiesOn(db, programmeId, programme.date ?? programme.effective_from),
    ]
    const { first, last } = await spanOf(db, programmeId)
    const details = { recipients: [], signatories: [], ...(programme.details as object) } as unknown as Details
    return {
      id: programme.id,
      title: programme.title,
      kind: programme.kind,
      number: programme.number,
      date: programme.date,
      place: programme.place,
      effectiveFrom: programme.effective_from,
      period: { from: programme.period_from, to: programme.period_to },
      reporting: programme.reporting,
      sourceFile: programme.source_file,
      sourceSha256: programme.source_sha256,
      acceptedAt: programme.accepted_at,
      details,
      signatures: signatureLines(await sourceFrom(db, programmeId, last), details.signatories),
      bases: basesIn(await sourceBefore(db, programmeId, first)),
      parties,
      /** Who does today what the text gives to a name that has passed its duties on; nothing beside the original. */
      passed: day === null ? [] : await passedDuties(db, programmeId, day),
      year: yearWithin(year ?? yearOf(today), programme.period_from, programme.period_to),
      /** The day of the text; null shows the original. `days` are those on which an amendment takes effect. */
      on: day,
      days: text.days,
      notes: text.notes,
      clauses: text.clauses.map(clause => ({
        ...clause,
        commitments: commitments.filter(commitment => commitment.clause === clause.path),
      })),
      neighbours: await neighboursOf(db, programmeId),
      ended: (await endedProgrammes(db, [programmeId])).get(programmeId) ?? null,
      /** Clauses that come from programmes which go on in this one. */
      origins: await originsOf(db, programmeId),
      can: { record: isWorker(acting), plan: isWorker(acting) },
    }
  },
})

/** Every commitment of a programme in force today, in document order. */
export const listCommitments = query({
  name: 'programmes.commitments',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db, today }, { programmeId }) => {
    await getProgramme(db, programmeId)
    return { commitments: await commitmentsOf(db, programmeId, today) }
  },
})

const yearWithin = (year: number, from: number, to: number): number => Math.min(Math.max(year, from), to)

const BASIS = /^(?:căn cứ|thực hiện|xét)(?![\p{L}])/iu

/** The lines before the first clause that say on what the paper rests. */
const basesIn = (head: string): string[] =>
  head
    .split(/\n\s*\n|\n(?=\s*(?:Căn cứ|Thực hiện|Xét)\s)/u)
    .map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
    .filter(paragraph => BASIS.test(paragraph))

/** Where the clauses of the original begin and end in the source. */
async function spanOf(db: ReadDb, programmeId: string): Promise<{ first: number; last: number }> {
  const row = await db
    .selectFrom('clause')
    .select(on => [on.fn.min('span_from').as('first'), on.fn.max('span_to').as('last')])
    .where('programme_id', '=', programmeId)
    .where('amendment_id', 'is', null)
    .executeTakeFirstOrThrow()
  return { first: row.first ?? 0, last: row.last ?? 0 }
}

/** Those of the original where `on` is null, else those in force on that day. */
async function commitmentsOf(db: ReadDb, programmeId: string, on: IsoDate | null) {
  const rows = await db
    .selectFrom('commitment')
    .select(['id', 'clause_path', 'text', 'lead', 'support', 'lead_bodies', 'support_bodies', 'others', 'advises'])
    .select(['schedules', 'deadline', 'product', 'targets', 'topics'])
    .where('programme_id', '=', programmeId)
    .where(one => (on === null ? one('amendment_id', 'is', null) : inForceBetween(on, on)))
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    id: row.id,
    clause: row.clause_path,
    text: row.text,
    lead: row.lead,
    support: row.support,
    leadBodies: row.lead_bodies,
    supportBodies: row.support_bodies,
    others: row.others,
    advises: row.advises,
    schedules: row.schedules as unknown as Schedule[],
    deadline: row.deadline,
    product: row.product,
    targets: row.targets as unknown as Target[],
    topics: row.topics,
  }))
}
