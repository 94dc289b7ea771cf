import { question } from '../../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../../engine/feature.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import { workers } from '../../../kernel/permissions.ts'
import type { Change } from './contract.ts'
import { changesText } from './words.ts'

/** Amendments under way: what waits for our answer or our signing, and what waits for theirs. */
export const amendmentDeadlines: DeadlineSource = {
  kind: 'amendment',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const open = db
      .selectFrom('amendment')
      .innerJoin('programme', 'programme.id', 'amendment.programme_id')
      .select(['amendment.id', 'amendment.programme_id', 'by_body', 'state', 'changes', 'effective_on', 'digest'])
      .select(['programme.number', 'programme.title'])
      .where('state', 'in', ['own', 'shared', 'agreed'])
      .orderBy('effective_on')
    const agreed = db
      .selectFrom('agreement')
      .select(['subject_id', 'digest'])
      .where('subject_kind', '=', 'amendment')
      .where('body_id', '=', acting.bodyId)
      .where('withdrawn_at', 'is', null)
    return question({ open, agreed }, rows => {
      const done = new Set(rows.agreed.map(one => `${one.subject_id} ${one.digest}`))
      return rows.open.flatMap((row): Deadline[] => {
        const step = stepOf(row.state, acting, done.has(`${row.id} ${row.digest}`))
        if (!step) return []
        return [
          {
            kind: 'amendment',
            id: row.id,
            programmeId: row.programme_id,
            title: changesText(row.changes as unknown as Change[]),
            context: `${row.number ?? row.title} · Điều chỉnh, bổ sung`,
            address: `/chuong-trinh/${row.programme_id}/dieu-chinh/${row.id}`,
            // It must be signed by the day on which it is to take effect.
            dueOn: row.state === 'own' ? null : row.effective_on,
            role: 'both',
            ...step,
          },
        ]
      })
    })
  },
}

/** The next step by who asks; none where it is not theirs to know of (a viewer's). */
function stepOf(state: string, acting: Exclude<Acting, string>, agreed: boolean): Pick<Deadline, 'waits' | 'step'> | null {
  const works = acting.roles.some(role => workers.includes(role))
  if (state === 'own') return works ? { waits: 'us', step: 'step.send-amendment' } : null
  if (state === 'agreed') {
    if (acting.roles.includes('clerk')) return { waits: 'us', step: 'step.record-signing' }
    return works ? { waits: 'us', step: 'step.open-amendment' } : null
  }
  if (!works) return null
  return agreed ? { waits: 'them', step: 'step.open-amendment' } : { waits: 'us', step: 'step.answer-amendment' }
}
