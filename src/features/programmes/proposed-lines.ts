import type { ReadDb } from '../../engine/db/database.ts'
import { type Question, question, type Select } from '../../engine/db/together.ts'
import type { Deadline } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import type { AgreementSubject } from './agreements.ts'
import { namesOfProgrammes } from './store.ts'

type Proposed = { id: string; programmeId: string }
type Words = {
  /** "đề xuất loại việc", behind how many. */
  what: string
  /** The step of who is to answer. */
  answer: string
  addressOf: (programmeId: string, waits: 'us' | 'them') => string
}

/** Small proposals that wait for an answer: one line a programme and direction, however many there are. */
export function proposedLines(
  { db, acting }: QueryContext,
  kind: AgreementSubject['kind'],
  proposedIn: (db: ReadDb) => Select<Proposed>,
  { what, answer, addressOf }: Words,
): Question<Deadline[]> | null {
  if (typeof acting === 'string') return null
  const agreed = db
    .selectFrom('agreement')
    .select('subject_id')
    .where('subject_kind', '=', kind)
    .where('body_id', '=', acting.bodyId)
    .where('withdrawn_at', 'is', null)
  return question({ proposed: proposedIn(db), agreed }, async rows => {
    if (rows.proposed.length === 0) return []
    const programmes = await namesOfProgrammes(db)
    const ours = new Set(rows.agreed.map(row => row.subject_id))
    const waiting = rows.proposed.map(row => ({ ...row, waits: ours.has(row.id) ? 'them' : 'us' }) as const)
    return [...Map.groupBy(waiting, row => `${row.programmeId} ${row.waits}`).values()].map((own): Deadline => {
      const { programmeId, waits } = own[0]!
      return {
        kind,
        id: `${programmeId}-${waits}`,
        programmeId,
        title: `${own.length} ${what}`,
        context: programmes.get(programmeId) ?? '',
        address: addressOf(programmeId, waits),
        dueOn: null,
        waits,
        role: 'both',
        step: waits === 'us' ? answer : 'step.open',
      }
    })
  })
}
