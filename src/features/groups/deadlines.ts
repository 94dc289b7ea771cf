import { question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { printDate } from '../../kernel/dates.ts'
import { ASSIGN, colleaguesOf, responsibilitiesOf } from '../agencies/index.ts'
import { focalPlaces } from './holdings.ts'

/** What agreed meetings concluded and is not done: ours to do, ours to support; what is theirs alone once its day is past. */
export const conclusionDeadlines: DeadlineSource = {
  kind: 'conclusion',
  ask: ({ db, acting, today }, until) => {
    if (typeof acting === 'string') return null
    const open = db
      .selectFrom('conclusion')
      .innerJoin('meeting', 'meeting.id', 'conclusion.meeting_id')
      .innerJoin('programme', 'programme.id', 'conclusion.programme_id')
      .select(['conclusion.id', 'meeting_id', 'text', 'conclusion.lead_body', 'support_bodies', 'due_on', 'held_on'])
      .select(['programme.id as programme_id', 'programme.title', 'programme.number'])
      .where('meeting.state', '=', 'agreed')
      .where('conclusion.state', '<>', 'done')
      .where('due_on', '<=', until)
      .orderBy('due_on')
    return question({ open }, rows =>
      rows.open.flatMap((row): Deadline[] => {
        const leads = row.lead_body === acting.bodyId
        if (!leads && !row.support_bodies.includes(acting.bodyId) && row.due_on! >= today) return []
        return [
          {
            kind: 'conclusion',
            id: row.id,
            programmeId: row.programme_id,
            title: row.text,
            context: `${row.number ?? row.title} · Kết luận cuộc họp ngày ${printDate(row.held_on)}`,
            address: `/cuoc-hop/${row.meeting_id}#${row.id}`,
            dueOn: row.due_on,
            waits: leads ? 'us' : 'them',
            role: leads ? 'lead' : 'support',
            step: leads ? 'move-conclusion' : 'open-meeting',
          },
        ]
      }),
    )
  },
}

/** Minutes that wait for an answer, or that came back. */
export const meetingDeadlines: DeadlineSource = {
  kind: 'meeting',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const open = db
      .selectFrom('meeting')
      .innerJoin('programme', 'programme.id', 'meeting.programme_id')
      .select(['meeting.id', 'by_body', 'state', 'held_on', 'digest', 'programme_id', 'title', 'number'])
      .where('state', 'in', ['proposed', 'returned'])
      .orderBy('held_on')
    const given = db
      .selectFrom('agreement')
      .select('subject_id')
      .where('subject_kind', '=', 'meeting')
      .where('body_id', '=', acting.bodyId)
      .where('withdrawn_at', 'is', null)
    return question({ open, given }, rows => {
      const agreed = new Set(rows.given.map(one => one.subject_id))
      return rows.open.flatMap((row): Deadline[] => {
        const recorded = row.by_body === acting.bodyId
        if (row.state === 'returned' && !recorded) return []
        const ours = row.state === 'returned' || !agreed.has(row.id)
        return [
          {
            kind: 'meeting',
            id: row.id,
            programmeId: row.programme_id,
            title: `Biên bản cuộc họp ngày ${printDate(row.held_on)}`,
            context: row.number ?? row.title,
            address: `/cuoc-hop/${row.id}`,
            dueOn: null,
            waits: ours ? 'us' : 'them',
            role: 'both',
            step: row.state === 'returned' ? 'mend-meeting' : ours ? 'agree-meeting' : 'open-meeting',
          },
        ]
      })
    })
  },
}

/** Focal points of the own side whose holder's post has ended: the deputy stands in until somebody is named. */
export const emptyPlaces: DeadlineSource = {
  kind: 'focal-point',
  ask: ({ db, acting, today }) => {
    if (typeof acting === 'string' || !acting.roles.some(role => ASSIGN.roles.includes(role))) return null
    return question({ places: focalPlaces(db, acting.bodyId, today) }, async ({ places }) => {
      if (places.length === 0) return []
      const named = await responsibilitiesOf(db, acting.bodyId, today, 'focal-point')
      const over = new Set(named.filter(one => one.over).map(one => one.subjectId))
      const people = await colleaguesOf(db, acting.bodyId)
      return places
        .filter(place => over.has(place.id) || people.get(place.account_id)?.gone)
        .map(place => ({
          kind: 'focal-point',
          id: place.id,
          programmeId: place.programme_id,
          title: `Cử người thay ${place.holder} làm đầu mối, ${place.unit}`,
          context: place.number ?? place.title,
          address: `/chuong-trinh/${place.programme_id}/dau-moi`,
          dueOn: null,
          waits: 'us' as const,
          role: 'lead' as const,
          step: 'name-focal',
        }))
    })
  },
}
