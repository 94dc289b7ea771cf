import type { Json, ReadDb } from '../../../engine/db/database.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { digestOf } from '../agreements.ts'
import { getProgramme } from '../store.ts'
import type { Content, ContentInput } from './contract.ts'
import { whyNotBase, whyNotContent } from './rules.ts'
import { asInput, settleChanges } from './settle.ts'
import { type Amendment, textOn } from './store.ts'

/** What both sides agree to: when, why and exactly which words. */
const digestFor = (programmeId: string, { effectiveOn, reason, changes }: Content): string =>
  digestOf({ programmeId, effectiveOn, reason, changes: changes as unknown as Json })

/** The columns of a content that can stand on the text of its day; refuses with the reason where it cannot. */
export async function contentColumns(db: ReadDb, programmeId: string, input: ContentInput) {
  const ground = await groundOf(db, programmeId, input.effectiveOn)
  const content: Content = { ...input, changes: settleChanges(input.changes, ground.clauses) }
  refuseIf(whyNotContent(content, ground))
  return {
    reason: content.reason,
    effective_on: content.effectiveOn,
    changes: JSON.stringify(content.changes),
    said: content.changes.map(change => ('text' in change ? change.text : '')).join(' '),
    digest: digestFor(programmeId, content),
  }
}

async function groundOf(db: ReadDb, programmeId: string, on: string) {
  const programme = await getProgramme(db, programmeId)
  const frame = { effectiveFrom: programme.effective_from, periodTo: programme.period_to }
  return { frame, ...(await textOn(db, programmeId, on)) }
}

/** Why what was written earlier cannot go on: its ground has moved, or another has taken its place. */
export async function whyNotStand(db: ReadDb, { programmeId, effectiveOn, reason, changes }: Amendment) {
  const ground = await groundOf(db, programmeId, effectiveOn)
  const fresh = settleChanges(asInput(changes), ground.clauses)
  return whyNotContent({ effectiveOn, reason, changes }, ground) ?? whyNotBase(changes, fresh)
}
