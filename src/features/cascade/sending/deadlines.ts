import type { DeadlineSource } from '../../../engine/feature.ts'
import { answersOf, asksOf, copiesTo, getTemplate } from './store.ts'

/** Of a commune: templates to sign and figures to report. */
export const cascadeDeadlines: DeadlineSource = {
  kind: 'cascade',
  find: async ({ db, acting }, until) => {
    if (typeof acting === 'string') return []
    const lines = []
    for (const copy of await copiesTo(db, acting.bodyId)) {
      const { title, dueOn } = await getTemplate(db, copy.templateId)
      const at = { id: copy.id, title, address: `/cap-xa/ban/${copy.id}`, waits: 'us', role: 'lead' } as const
      if (!copy.signedOn && dueOn <= until) lines.push({ ...at, kind: 'cascade-copy', context: '', dueOn, step: 'sign-copy' })
      if (!copy.signedOn) continue
      const answers = await answersOf(db, copy.templateId)
      for (const ask of await asksOf(db, copy.templateId)) {
        const own = answers.find(one => one.askId === ask.id && one.bodyId === acting.bodyId)
        if (ask.lockedOn || (own && own.state !== 'returned') || ask.dueOn > until) continue
        lines.push({
          ...at,
          id: ask.id,
          kind: 'cascade-ask',
          context: own?.reason ?? '',
          dueOn: ask.dueOn,
          step: 'answer-figures',
        })
      }
    }
    return lines
  },
}
