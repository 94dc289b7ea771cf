import { question } from '../../../engine/db/together.ts'
import type { DeadlineSource } from '../../../engine/feature.ts'
import { workers } from '../../../kernel/permissions.ts'
import type { CommendationState } from './contract.ts'
import { FORMS, type FormKey } from './forms.ts'
import { nextStep } from './rules.ts'

const MOST = 400

/** Open rounds of the own body by the day on which the next step is due. */
export const commendationDeadlines: DeadlineSource = {
  kind: 'commendation',
  ask: ({ db, acting }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => workers.includes(role))) return null
    const open = db
      .selectFrom('commendation')
      .select(['id', 'occasion', 'form', 'state', 'due_on', 'programme_id'])
      .where('body_id', '=', acting.bodyId)
      .where('due_on', '<=', until)
      .orderBy('due_on')
      .limit(MOST)
    return question({ open }, rows =>
      rows.open.map(row => {
        const form = row.form as FormKey
        return {
          kind: 'commendation',
          id: row.id,
          ...(row.programme_id ? { programmeId: row.programme_id } : {}),
          title: row.occasion,
          context: FORMS[form].name,
          address: `/thi-dua/${row.id}`,
          dueOn: row.due_on,
          waits: 'us' as const,
          role: 'lead' as const,
          step: `commendation-${nextStep({ state: row.state as CommendationState, form })!}`,
        }
      }),
    )
  },
}
