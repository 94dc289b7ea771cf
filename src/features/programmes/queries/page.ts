import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import type { ImportResult, Schedule, Target } from '../reading/result.ts'
import { isWorker } from '../rules.ts'
import { getProgramme, partiesOn, sourceBefore, sourceFrom } from '../store.ts'
import { signatureLines } from './signature-lines.ts'

type Details = Pick<ImportResult, 'parent' | 'citations' | 'focalUnits' | 'recipients' | 'signatories' | 'signatures'>

const asked = z.strictObject({ programmeId: z.guid(), year: z.int().min(1945).max(2200).optional() })

/** The document in its order, each clause with its commitments; what has become of them is asked of `plans.clause-ticks`. */
export const showProgramme = query({
  name: 'programmes.page',
  permission: { roles: anyRole, reach: 'party' },
  input: asked,
  run: async ({ db, acting, today }, { programmeId, year }) => {
    const programme = await getProgramme(db, programmeId)
    const [clauses, commitments, parties] = [
      await clausesOf(db, programmeId),
      await commitmentsOf(db, programmeId),
      await partiesOn(db, programmeId, programme.date ?? programme.effective_from),
    ]
    const first = clauses.length > 0 ? Math.min(...clauses.map(clause => clause.span_from)) : 0
    const last = Math.max(0, ...clauses.map(clause => clause.span_to))
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
      year: yearWithin(year ?? yearOf(today), programme.period_from, programme.period_to),
      clauses: clauses.map(clause => ({
        path: clause.path,
        parent: clause.parent_path,
        label: clause.label,
        heading: clause.heading,
        text: clause.text,
        commitments: commitments.filter(commitment => commitment.clause === clause.path),
      })),
      can: { record: isWorker(acting), plan: isWorker(acting) },
    }
  },
})

/** Every commitment of a programme, in document order. */
export const listCommitments = query({
  name: 'programmes.commitments',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db }, { programmeId }) => {
    await getProgramme(db, programmeId)
    return { commitments: await commitmentsOf(db, programmeId) }
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

const clausesOf = (db: ReadDb, programmeId: string) =>
  db
    .selectFrom('clause')
    .select(['path', 'parent_path', 'label', 'heading', 'text', 'span_from', 'span_to'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()

async function commitmentsOf(db: ReadDb, programmeId: string) {
  const rows = await db
    .selectFrom('commitment')
    .select(['id', 'clause_path', 'text', 'lead', 'support', 'lead_bodies', 'support_bodies', 'others', 'advises'])
    .select(['schedules', 'deadline', 'product', 'targets', 'topics'])
    .where('programme_id', '=', programmeId)
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
