import { command } from '../../../engine/command.ts'
import { boundsOf, type ReportPeriod } from '../../../kernel/periods.ts'
import { workers } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { openReviewInput } from '../contract.ts'
import { dueDateOf, finalPeriod, whyNotPeriod } from '../rules.ts'
import { insertReview, reportingOf } from '../store.ts'

/** Begins a side's draft review of a period. Its days are fixed now, by the programme's reporting profile. */
export const openReview = command({
  name: 'reviews.open-review',
  permission: { roles: workers, reach: 'party' },
  input: openReviewInput,
  run: async ({ tx, acting, now }, { reviewId, programmeId, kind, year, half }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    const programme = await getProgramme(tx, programmeId)
    const term = { from: programme.period_from, to: programme.period_to }
    refuseIf(whyNotPeriod({ kind, year }, term))
    const { profile, cutoffs } = reportingOf(programme)
    const period: ReportPeriod = kind === 'final' ? finalPeriod(term) : { kind, year, half: half ?? null }
    const bounds = boundsOf(period, profile, cutoffs)
    await insertReview(tx, {
      id: reviewId,
      programme_id: programmeId,
      owner_body: acting.bodyId,
      kind,
      year,
      half: half ?? null,
      first_year: period.first ?? null,
      period_from: bounds.from,
      period_to: bounds.to,
      due_on: dueDateOf(period, profile, bounds.to),
      created_by: acting.accountId,
      created_at: now,
    })
    return { result: { reviewId }, audit: { kind: 'review', id: reviewId, programme: programmeId, detail: { year, kind } } }
  },
})
