import { question } from '../../../engine/db/together.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { asksWaiting, copiesWaiting } from './store.ts'

/** Of a commune: templates to sign and figures to report. */
export const cascadeDeadlines: DeadlineSource = {
  kind: 'cascade',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string') return null
    const line = ({ copyId, title, dueOn }: { copyId: string; title: string; dueOn: IsoDate }) =>
      ({ title, dueOn, address: `/cap-xa/ban/${copyId}`, waits: 'us', role: 'lead' }) as const
    const waiting = { copies: copiesWaiting(db, acting.bodyId, until), asks: asksWaiting(db, acting.bodyId, until) }
    return question(waiting, ({ copies, asks }) => [
      ...copies.map(copy => ({
        ...line(copy),
        id: copy.copyId,
        kind: 'cascade-copy',
        context: '',
        step: 'sign-copy',
      })),
      ...asks.map(ask => ({
        ...line(ask),
        id: ask.id,
        kind: 'cascade-ask',
        context: ask.reason ?? '',
        step: 'answer-figures',
      })),
    ])
  },
}
