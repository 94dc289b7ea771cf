import { z } from 'zod'
import { purposeText } from '../../engine/disclosure.ts'
import { query } from '../../engine/query.ts'
import { vietnamDate } from '../../kernel/dates.ts'

/** The readings of one page, the latest first. */
const PAGE = 200

/**
 * Who of the own body read which sensitive record, when and why. Opening it is a reading like the others.
 * `subjectId` narrows it to one record.
 */
export const accessLog = query({
  name: 'agencies.access-log',
  permission: { roles: ['leader', 'administrator'], reach: 'own' },
  input: z.strictObject({ purpose: purposeText, subjectId: z.guid().optional(), offset: z.int().min(0).default(0) }),
  sensitive: ({ subjectId }, { bodyId }) => ({ kind: 'access-log', id: subjectId ?? bodyId }),
  run: async ({ db }, { subjectId, offset }) => {
    let rows = db.selectFrom('access_log').leftJoin('account_today', 'account_today.id', 'access_log.account_id')
    if (subjectId) rows = rows.where('subject_id', '=', subjectId)
    const found = await rows
      .select(['access_log.id', 'at', 'subject_kind', 'subject_id', 'purpose', 'display_name', 'post'])
      .orderBy('at', 'desc')
      .orderBy('access_log.id', 'desc')
      .offset(offset)
      .limit(PAGE + 1)
      .execute()
    return {
      readings: found.slice(0, PAGE).map(row => ({
        id: row.id,
        at: row.at.toISOString(),
        day: vietnamDate(row.at),
        by: row.display_name ?? '',
        post: row.post ?? '',
        kind: row.subject_kind,
        subjectId: row.subject_id,
        purpose: row.purpose,
      })),
      more: found.length > PAGE,
    }
  },
})
