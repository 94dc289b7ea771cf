import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../engine/db/database.ts'
import type { TrustList } from '../../../formats/pades/trust.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export type TrustedIssuer = {
  id: string
  subject: string
  fingerprint: string
  validFrom: string
  validUntil: string
  ended: boolean
  asked: boolean
}

export async function listIssuers(db: ReadDb): Promise<TrustedIssuer[]> {
  const rows = await db
    .selectFrom('trusted_issuer')
    .select(['id', 'subject', 'fingerprint', 'valid_from', 'valid_until', 'ended_at', 'asked'])
    .orderBy(sql`subject COLLATE "vi-x-icu"`)
    .execute()
  return rows.map(row => ({
    id: row.id,
    subject: row.subject,
    fingerprint: row.fingerprint,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until.toISOString(),
    ended: row.ended_at !== null,
    asked: row.asked,
  }))
}

/** What the verifier asks of the site: whom it trusts, and which names are those of bodies. */
export async function trustListOf(db: ReadDb, now: Date): Promise<TrustList> {
  const issuers = await db.selectFrom('trusted_issuer').select(['certificate', 'asked']).where('ended_at', 'is', null).execute()
  const bodies = await db.selectFrom('body').select(['name', 'short_name']).execute()
  return {
    issuers: issuers.map(row => new Uint8Array(row.certificate)),
    asking: issuers.filter(row => row.asked).map(row => new Uint8Array(row.certificate)),
    bodies: bodies.flatMap(body => [body.name, body.short_name]),
    now,
  }
}

/** Ends an issuer or takes that back, and returns its subject. */
export async function setEnded(tx: Tx, id: string, endedAt: Date | null): Promise<string> {
  const changed = await tx
    .updateTable('trusted_issuer')
    .set({ ended_at: endedAt })
    .where('id', '=', id)
    .where('ended_at', endedAt ? 'is' : 'is not', null)
    .returning('subject')
    .executeTakeFirst()
  if (!changed) throw new Refusal('not-found', { what: 'issuer' })
  return changed.subject
}

/** Lets certificates of an issuer be asked about, or ends that, and returns its subject. */
export async function setAsked(tx: Tx, id: string, asked: boolean): Promise<string> {
  const changed = await tx
    .updateTable('trusted_issuer')
    .set({ asked })
    .where('id', '=', id)
    .where('asked', '<>', asked)
    .returning('subject')
    .executeTakeFirst()
  if (!changed) throw new Refusal('changed-meanwhile')
  return changed.subject
}
