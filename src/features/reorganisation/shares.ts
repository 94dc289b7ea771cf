import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../engine/db/database.ts'
import type { Share } from './content.ts'
import type { HeldKind } from './contract.ts'

/** What several heirs of a body share by reorganisations, each as far as the own side ends by it or inherits. */
export async function sharesOf(db: ReadDb, reorganisationIds: readonly string[]): Promise<Map<string, Share[]>> {
  if (reorganisationIds.length === 0) return new Map()
  const rows = await db.selectFrom('holding_passing').selectAll().where('reorganisation_id', 'in', reorganisationIds).execute()
  const asShare = (row: (typeof rows)[number]): Share => ({
    bodyId: row.body_id,
    kind: row.kind as HeldKind,
    pieceId: row.piece_id,
    heirId: row.heir_id,
  })
  return new Map([...Map.groupBy(rows, row => row.reorganisation_id)].map(([id, own]) => [id, own.map(asShare)]))
}

export async function recordShares(tx: Tx, reorganisationId: string, shares: readonly Share[]): Promise<void> {
  if (shares.length === 0) return
  const rows = shares.map(({ bodyId, kind, pieceId, heirId }) => ({
    reorganisation_id: reorganisationId,
    body_id: bodyId,
    kind,
    piece_id: pieceId,
    heir_id: heirId,
  }))
  await tx.insertInto('holding_passing').values(rows).execute()
}

/** From the day of the event on they hold. */
export const applyShares = (tx: Tx, reorganisationId: string) =>
  tx.updateTable('holding_passing').set({ applied: true }).where('reorganisation_id', '=', reorganisationId).execute()

/** What a body still works on, piece by piece. */
export type Piece = { kind: HeldKind; id: string; title: string; programmeId: string | null }

/** Of the own body, within rights. */
export async function openPieces(db: ReadDb, bodyId: string): Promise<Piece[]> {
  const { rows } = await sql<Piece>`
    SELECT kind, id, title, programme_id AS "programmeId" FROM open_pieces(${bodyId}::uuid)`.execute(db)
  return rows
}
