import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { DUE_AFTER } from '../../kernel/periods.ts'
import { namesOf, partyToday } from '../agencies/index.ts'
import type { DraftReading } from './contract.ts'
import { matchParties, type NamedParty } from './party-names.ts'

export type NewProgramme = {
  id: string
  reading: DraftReading
  sourceText: string
  file: { id: string; sha256: string }
  acceptedBy: string
  acceptedAt: Date
}

// 65,535 parameters are PostgreSQL's limit for one statement; a commitment takes seventeen.
const ROWS_AT_ONCE = 500

/** Writes an accepted programme: document, parties (the lead first), clauses and commitments. `reading` has passed `whyNotAccept`. */
export async function insertProgramme(tx: Tx, programme: NewProgramme): Promise<void> {
  const parties = await insertHead(tx, programme)
  const { id, reading } = programme
  await inChunks(clauseRows(id, reading), rows => tx.insertInto('clause').values(rows).execute())
  await inChunks(commitmentRows(id, reading, parties), rows => tx.insertInto('commitment').values(rows).execute())
}

async function inChunks<Row>(rows: readonly Row[], insert: (rows: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await insert(rows.slice(from, from + ROWS_AT_ONCE))
}

async function insertHead(
  tx: Tx,
  { id, reading, sourceText, file, acceptedBy, acceptedAt }: NewProgramme,
): Promise<NamedParty[]> {
  const { parties: printed, period, effectiveFrom } = reading
  const parties = printed.toSorted((a, b) => Number(b.lead) - Number(a.lead))
  const { parent, citations, focalUnits, recipients, signatories, signatures } = reading
  await tx
    .insertInto('programme')
    .values({
      id,
      title: reading.title,
      kind: reading.kind,
      number: reading.number,
      date: reading.date,
      place: reading.place,
      effective_from: effectiveFrom!,
      period_from: period!.from,
      period_to: period!.to,
      lead_body: parties[0]!.bodyId!,
      reporting: reading.reporting.profile,
      reporting_cutoffs: reading.reporting.cutoffs ? JSON.stringify(reading.reporting.cutoffs) : null,
      reporting_due_after: reading.reporting.dueAfter ?? DUE_AFTER,
      source_sha256: file.sha256,
      source_file: file.id,
      source_text: sourceText,
      details: JSON.stringify({ parent, citations, focalUnits, recipients, signatories, signatures }),
      accepted_by: acceptedBy,
      accepted_at: acceptedAt,
    })
    .execute()
  const rows = parties.map((party, at) => ({
    programme_id: id,
    body_id: party.bodyId!,
    position: at + 1,
    printed_name: party.name,
  }))
  await tx.insertInto('programme_party').values(rows).execute()
  return namedParties(tx, id)
}

/** The parties of a programme under every name that means them, the lead first. */
export async function namedParties(db: ReadDb, programmeId: string): Promise<NamedParty[]> {
  const rows = await db
    .selectFrom('programme_party')
    .innerJoin('body', join => join.on('body.id', '=', partyToday(sql.ref('programme_party.body_id'), sql.ref('programme_id'))))
    .select(['body_id', 'printed_name', 'body.name', 'body.short_name'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute()
  const named = await namesOf(
    db,
    rows.map(row => row.body_id),
  )
  return rows.map(row => {
    const former = (named.get(row.body_id) ?? []).flatMap(one => [one.name, one.shortName])
    return { printed: row.printed_name, bodyId: row.body_id, names: [row.name, row.short_name, ...former] }
  })
}

const clauseRows = (programmeId: string, { clauses }: DraftReading) =>
  clauses.map((clause, position) => ({
    programme_id: programmeId,
    path: clause.path,
    parent_path: clause.parent,
    position,
    label: clause.label,
    heading: clause.heading,
    text: clause.text,
    span_from: clause.span[0],
    span_to: clause.span[1],
  }))

const commitmentRows = (programmeId: string, { commitments }: DraftReading, parties: readonly NamedParty[]) =>
  commitments.map((commitment, position) => {
    const leadBodies = matchParties(commitment.lead, parties)
    return {
      id: newId(),
      programme_id: programmeId,
      clause_path: commitment.clause,
      position,
      text: commitment.text,
      span_from: commitment.span[0],
      span_to: commitment.span[1],
      lead: commitment.lead,
      support: commitment.support,
      lead_bodies: leadBodies,
      support_bodies: matchParties(commitment.support, parties).filter(body => !leadBodies.includes(body)),
      others: commitment.others,
      advises: commitment.advises,
      schedules: JSON.stringify(commitment.schedules),
      deadline: commitment.deadline,
      product: commitment.product,
      targets: JSON.stringify(commitment.targets),
      topics: commitment.topics,
    }
  })
