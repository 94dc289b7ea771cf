import { question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { workers } from '../../kernel/permissions.ts'
import type { PetitionState, StepKind } from './contract.ts'
import { fieldNames } from './fields.ts'
import { isAway, nextStep } from './rules.ts'

const STEPS: Record<StepKind, string> = {
  forward: 'forward-petition',
  acknowledge: 'open-petition',
  answer: 'open-petition',
  check: 'check-petition',
  urge: 'urge-petition',
  return: 'open-petition',
  'route-out': 'open-petition',
}
/** More than a person can look through. */
const MOST = 400

/**
 * Open petitions of the own unit by the day on which their holder acts. The day after the term of whoever has it, the second letter
 * lies before the leader.
 */
export const petitionDeadlines: DeadlineSource = {
  kind: 'petition',
  ask: ({ db, acting, today }, until) => {
    if (typeof acting === 'string' || !acting.roles.some(role => workers.includes(role))) return null
    const open = db
      .selectFrom('petition')
      .innerJoin('petition_content', 'petition_content.petition_id', 'petition.id')
      .innerJoin('place', 'place.id', 'petition.commune_id')
      .select(['petition.id', 'subject', 'field', 'state', 'due_on', 'last_day', 'addressee', 'programme_id', 'place.name'])
      .where('petition.body_id', '=', acting.bodyId)
      .where('due_on', '<=', until)
      .orderBy('due_on')
      .limit(MOST)
    return question({ open }, async rows => {
      if (rows.open.length === 0) return []
      const names = await fieldNames(db)
      const leads = acting.roles.includes('leader')
      return rows.open.map(row => {
        const standing = { state: row.state as PetitionState, dueOn: row.due_on, lastDay: row.last_day, confirmedOn: null }
        const step = nextStep(standing, today)!
        return lineOf(row, { step, leads, field: names.get(row.field) ?? '' })
      })
    })
  },
}

type Row = {
  id: string
  subject: string
  due_on: IsoDate | null
  addressee: string | null
  programme_id: string | null
  name: string
  state: string
}

function lineOf(row: Row, { step, leads, field }: { step: StepKind; leads: boolean; field: string }): Deadline {
  const theirs = isAway(row.state as PetitionState) && step !== 'urge'
  const urges = step === 'urge' && leads
  return {
    kind: 'petition',
    id: row.id,
    ...(row.programme_id ? { programmeId: row.programme_id } : {}),
    title: row.subject,
    context: [field, row.name, theirs || step === 'urge' ? row.addressee : null].filter(Boolean).join(' · '),
    address: urges ? `/kien-nghi/${row.id}/don-doc` : `/kien-nghi/${row.id}`,
    dueOn: row.due_on,
    waits: theirs ? 'them' : 'us',
    role: 'lead',
    step: step === 'urge' && !leads ? 'open-petition' : STEPS[step],
  }
}
