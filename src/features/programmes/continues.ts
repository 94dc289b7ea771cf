import type { ReadDb, Tx } from '../../engine/db/database.ts'

export type Neighbour = { id: string; title: string; number: string | null }

/** Notes that an accepted programme goes on with those. */
export async function recordContinues(tx: Tx, programmeId: string, earlier: readonly string[]): Promise<void> {
  if (earlier.length === 0) return
  const rows = earlier.map(id => ({ programme_id: programmeId, earlier_id: id }))
  await tx.insertInto('programme_continues').values(rows).execute()
}

/** The programmes that this one goes on with, and those that go on with it, as far as the own side is party to them. */
export async function neighboursOf(db: ReadDb, id: string): Promise<{ earlier: Neighbour[]; later: Neighbour[] }> {
  const of = (wanted: 'earlier_id' | 'programme_id', from: 'earlier_id' | 'programme_id') =>
    db
      .selectFrom('programme_continues')
      .innerJoin('programme', 'programme.id', wanted)
      .select(['programme.id', 'title', 'number'])
      .where(from, '=', id)
      .orderBy('programme.id')
      .execute()
  return { earlier: await of('earlier_id', 'programme_id'), later: await of('programme_id', 'earlier_id') }
}
