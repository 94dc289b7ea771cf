import type { Tx } from '../../engine/db/database.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Paper } from '../documents/index.ts'
import type { AmendsAs, SourceKind } from './contract.ts'
import { kindOf } from './kinds.ts'

type Laid = {
  id: string
  source: { kind: SourceKind; id: string }
  paper: Paper
  programmeId: string | null
  /** Who issues it, the lead first. */
  parties: readonly { bodyId: string; name: string }[]
  kept?: { unit_id: string | null; sheet: string } | { written: string; amends?: string; amends_as?: AmendsAs }
}

/** What is printed at the head of a paper, as it is found by. */
export const subjectOf = ({ subject }: Paper): string => [...subject].join(' ').slice(0, 500)

/** Enters a paper as a draft of the side that leads. A record becomes one paper at a time. */
export async function layPaper(tx: Tx, { accountId, bodyId }: Actor, now: Date, laid: Laid): Promise<void> {
  const { id, source, paper, programmeId, parties, kept = {} } = laid
  const { profile, symbol, place, typeName, recipients } = paper
  const about = { programme_id: programmeId, source_kind: source.kind, source_id: source.id, subject: subjectOf(paper) }
  const printed = { kind: kindOf(typeName), type_name: typeName, symbol, profile, place, recipients }
  const made = await tx
    .insertInto('paper')
    .values({ id, body_id: bodyId, ...about, ...printed, ...kept, created_by: accountId, created_at: now })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw new Refusal('papers.made-already')
  const sides = parties.map((party, at) => ({ paper_id: id, body_id: party.bodyId, position: at + 1, name: party.name }))
  await tx.insertInto('paper_party').values(sides).execute()
}
