import type { ReadDb } from '../../engine/db/database.ts'
import type { HoldingSource } from '../../engine/feature.ts'
import { type IsoDate, printDate } from '../../kernel/dates.ts'
import { submissionHoldings } from '../programmes/index.ts'
import { handOver } from './commands/hand-over.ts'

/** Conclusions that the own side carries out and has given to somebody, as long as they are open. */
const conclusions: HoldingSource = {
  kind: 'conclusion',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('conclusion')
      .innerJoin('responsibility', 'responsibility.subject_id', 'conclusion.id')
      .innerJoin('meeting', 'meeting.id', 'conclusion.meeting_id')
      .select(['conclusion.id', 'meeting_id', 'text', 'due_on', 'held_on'])
      .where('responsibility.subject_kind', '=', 'conclusion')
      .where('responsibility.body_id', '=', acting.bodyId)
      .where('conclusion.lead_body', '=', acting.bodyId)
      .where('conclusion.state', '<>', 'done')
      .orderBy('due_on')
      .execute()
    return rows.map(row => ({
      kind: 'conclusion',
      id: row.id,
      title: row.text,
      context: `Kết luận cuộc họp ngày ${printDate(row.held_on)}`,
      address: `/cuoc-hop/${row.meeting_id}#${row.id}`,
      dueOn: row.due_on,
      accountId: null,
    }))
  },
}

/** Focal points of the own side that stand, by whoever was chosen for them. */
export const focalPlaces = (db: ReadDb, bodyId: string, today: IsoDate) =>
  db
    .selectFrom('focal_point')
    .innerJoin('responsibility', 'responsibility.subject_id', 'focal_point.id')
    .innerJoin('programme', 'programme.id', 'focal_point.programme_id')
    .select(['focal_point.id', 'focal_point.programme_id', 'unit', 'holder', 'deputy', 'account_id', 'title', 'number'])
    .where('responsibility.subject_kind', '=', 'focal-point')
    .where('responsibility.body_id', '=', bodyId)
    .where('focal_point.body_id', '=', bodyId)
    .where(on => on.or([on('to_on', 'is', null), on('to_on', '>=', today)]))
    .orderBy('unit')

const focalPoints: HoldingSource = {
  kind: 'focal-point',
  command: handOver,
  find: async ({ db, acting, today }) => {
    if (typeof acting === 'string') return []
    return (await focalPlaces(db, acting.bodyId, today).execute()).map(row => ({
      kind: 'focal-point',
      id: row.id,
      title: `Đầu mối: ${row.unit}`,
      context: row.number ?? row.title,
      address: `/chuong-trinh/${row.programme_id}/dau-moi`,
      dueOn: null,
      accountId: row.account_id,
    }))
  },
}

const members: HoldingSource = {
  kind: 'member',
  command: handOver,
  alone: true,
  find: async ({ db, acting, today }) => {
    if (typeof acting === 'string') return []
    const rows = await db
      .selectFrom('working_group_member')
      .innerJoin('responsibility', 'responsibility.subject_id', 'working_group_member.id')
      .innerJoin('programme', 'programme.id', 'working_group_member.programme_id')
      .select(['working_group_member.id', 'working_group_member.programme_id', 'account_id', 'title', 'number'])
      .where('responsibility.subject_kind', '=', 'member')
      .where('responsibility.body_id', '=', acting.bodyId)
      .where('working_group_member.body_id', '=', acting.bodyId)
      .where(on => on.or([on('to_on', 'is', null), on('to_on', '>=', today)]))
      .execute()
    return rows.map(row => ({
      kind: 'member',
      id: row.id,
      title: 'Thành viên tổ công tác',
      context: row.number ?? row.title,
      address: `/chuong-trinh/${row.programme_id}/dau-moi`,
      dueOn: null,
      accountId: row.account_id,
    }))
  },
}

const submissions = submissionHoldings('meeting', async ({ db }) => {
  const rows = await db.selectFrom('meeting').select(['id', 'held_on']).execute()
  const nameOf = (day: string) => `Biên bản cuộc họp ngày ${printDate(day)}`
  return new Map(rows.map(({ id, held_on }) => [id, { title: nameOf(held_on), address: `/cuoc-hop/${id}` }]))
})

export const groupHoldings: readonly HoldingSource[] = [conclusions, focalPoints, members, submissions]
