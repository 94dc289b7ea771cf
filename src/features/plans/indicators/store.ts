import type { CommandContext } from '../../../engine/command.ts'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type AgreementSubject, digestOf } from '../../programmes/index.ts'
import type { Indicator, IndicatorFields, IndicatorState } from './contract.ts'

const indicators = (db: ReadDb) => db.selectFrom('working_indicator').selectAll()
type Stored = NonNullable<Awaited<ReturnType<ReturnType<typeof indicators>['executeTakeFirst']>>>

const asIndicator = (row: Stored): Indicator => ({
  id: row.id,
  programmeId: row.programme_id,
  commitmentId: row.commitment_id,
  target: { min: row.target_min, max: row.target_max, unit: row.unit, per: row.target_per },
  evidence: row.evidence_wanted,
  reason: row.reason,
  byBody: row.by_body,
  state: row.state as IndicatorState,
  answer: row.answer,
  answeredBy: row.answered_by,
  createdAt: row.created_at,
  sharedAt: row.shared_at,
  agreedAt: row.agreed_at,
  version: row.version,
})

/** The indicator, where its side wrote it or has shared it; refuses 'not-found' to everybody else. */
export async function getIndicator(db: ReadDb, id: string): Promise<Indicator> {
  const row = await indicators(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'indicator' })
  return asIndicator(row)
}

/** Two sides that answer at the same moment come one after the other here. */
export async function holdIndicator(tx: Tx, id: string): Promise<Indicator> {
  const { programmeId } = await getIndicator(tx, id)
  await tx.selectFrom('programme').select('id').where('id', '=', programmeId).forNoKeyUpdate().execute()
  return getIndicator(tx, id)
}

/** Every indicator of a programme that may be seen, the oldest first. */
export async function indicatorsOf(db: ReadDb, programmeId: string): Promise<Indicator[]> {
  const rows = await indicators(db).where('programme_id', '=', programmeId).orderBy('created_at').orderBy('id').execute()
  return rows.map(asIndicator)
}

/** The agreed indicators of a programme by the duty that they measure. */
export async function agreedIndicators(db: ReadDb, programmeId: string): Promise<Map<string, Indicator>> {
  const rows = await indicators(db).where('programme_id', '=', programmeId).where('state', '=', 'agreed').execute()
  return new Map(rows.map(row => [row.commitment_id, asIndicator(row)]))
}

/** What the sides agree to: how which duty is measured, and by which evidence. */
export const indicatorDigest = ({ programmeId, commitmentId, target, evidence }: Indicator): string =>
  digestOf({ programmeId, commitmentId, target, evidence })

export const agreementOnIndicator = ({ programmeId, id }: Pick<Indicator, 'programmeId' | 'id'>): AgreementSubject => ({
  programmeId,
  kind: 'indicator',
  id,
})

/** The programme, clause and words of a duty; refuses 'not-found' to strangers. */
export async function getCommitment(db: ReadDb, id: string): Promise<{ programmeId: string; clausePath: string; text: string }> {
  const row = await db
    .selectFrom('commitment')
    .select(['programme_id', 'clause_path', 'text'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { what: 'commitment' })
  return { programmeId: row.programme_id, clausePath: row.clause_path, text: row.text }
}

export async function insertIndicator(
  { tx, acting, now }: CommandContext,
  at: { id: string; programmeId: string; commitmentId: string },
  fields: IndicatorFields,
): Promise<void> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const { unit, min, max, per, evidence, reason } = fields
  const inserted = await tx
    .insertInto('working_indicator')
    .values({
      id: at.id,
      programme_id: at.programmeId,
      commitment_id: at.commitmentId,
      unit,
      target_min: min,
      target_max: max,
      target_per: per,
      evidence_wanted: evidence,
      reason,
      by_body: acting.bodyId,
      created_by: acting.accountId,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new Refusal('plans.indicator-open')
}
