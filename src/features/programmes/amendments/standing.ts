import type { ReadDb } from '../../../engine/db/database.ts'
import type { Acting, Actor } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { standingAgreements } from '../agreements.ts'
import type { Standing } from './rules.ts'
import { type Amendment, agreementOn, getAmendment } from './store.ts'

/** An amendment with the sides that have agreed to it. */
export async function standingOf(db: ReadDb, id: string): Promise<Amendment & Standing> {
  const found = await getAmendment(db, id)
  const agreements = await standingAgreements(db, agreementOn(found))
  return { ...found, agreedBy: agreements.filter(one => one.digest === found.digest).map(one => one.bodyId) }
}

/** Who proposes and agrees is a person of a body. */
export function personOf(acting: Acting): Actor {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  return acting
}
