import { question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { whatWaits } from '../programmes/index.ts'
import { reviewName } from './compiling/compile.ts'
import { calmTitle } from './compiling/titles.ts'
import { periodsDue, waitsFor } from './rules.ts'
import { type DueReview, dueRows, programmeRows, type ReportedProgramme, standingByReview, toDue, toReported } from './store.ts'

/** A report that nobody has begun stays on the list this long after its day. */
const STAYS_DAYS = 180

/** Reports that are due and not begun, drafts to write, and proposals that wait for an agreement. */
export const reviewDeadlines: DeadlineSource = {
  kind: 'review',
  ask: (context, until) => {
    const { db, acting } = context
    if (typeof acting === 'string') return null
    const own = acting.bodyId
    return question({ programmes: programmeRows(db), reviews: dueRows(db) }, async rows => {
      const [programmes, reviews] = [rows.programmes.map(toReported), rows.reviews.map(toDue)]
      const open = reviews.filter(review => review.state !== 'frozen')
      const standing = await standingByReview(
        db,
        open.filter(review => review.state === 'proposed').map(review => review.id),
      )
      const leads = new Map(programmes.map(programme => [programme.id, programme.leadBody === own]))
      return [
        ...programmes.flatMap(programme => notBegun(context, programme, reviews, until, own)),
        ...open.map(review => {
          const waits = review.state === 'draft' || review.disputed ? 'us' : waitsFor(own, standing.get(review.id) ?? [])
          return lineOf(review, waits, leads.get(review.programmeId) ?? false)
        }),
      ]
    })
  },
}

/** Inside the own side: reports that wait for the head of the unit or the leader, and those that were sent back. */
export const reviewClearances: DeadlineSource = {
  kind: 'review-clearance',
  ask: context =>
    whatWaits(context, 'review', async waiting => {
      const reviews = new Map((await dueRows(context.db).execute()).map(toDue).map(one => [one.id, one]))
      return waiting.flatMap(({ id, subjectId, programmeId, state, step, dueOn }) => {
        const review = reviews.get(subjectId)
        // What was shared or frozen meanwhile is no longer to be mended.
        if (!review || (step === 'propose') !== (review.state === 'draft') || review.state === 'frozen') return []
        const back = state === 'returned'
        const name = reviewName(review.period)
        return {
          kind: 'review-clearance',
          personal: true,
          id,
          programmeId,
          title: back ? `Sửa báo cáo ${name} theo ý kiến chỉ đạo` : `Duyệt báo cáo ${name}`,
          context: calmTitle(review.programmeTitle),
          address: `/bao-cao/${subjectId}`,
          dueOn,
          waits: 'us',
          role: 'lead',
          step: back ? 'write-review' : 'clear-review',
        }
      })
    }),
}

function notBegun(
  { today }: QueryContext,
  programme: ReportedProgramme,
  reviews: readonly DueReview[],
  until: IsoDate,
  own: string,
): Deadline[] {
  const begun = reviews.filter(review => review.programmeId === programme.id)
  return periodsDue(programme, addDays(today, -STAYS_DAYS), until)
    .filter(({ period, bounds }) => {
      const within = period.year >= programme.from && period.year <= programme.to && bounds.to >= programme.effectiveFrom
      return (
        within &&
        !begun.some(one => one.period.kind === period.kind && one.period.year === period.year && one.period.half === period.half)
      )
    })
    .map(({ period, dueOn }) => ({
      kind: 'review-due',
      id: `${programme.id}.${period.kind}.${period.year}`,
      programmeId: programme.id,
      title: `Báo cáo ${reviewName(period)}`,
      context: calmTitle(programme.title),
      address: `/bao-cao?programme=${programme.id}`,
      dueOn,
      waits: 'us' as const,
      role: programme.leadBody === own ? ('lead' as const) : ('support' as const),
      step: 'write-review',
    }))
}

function lineOf(review: DueReview, waits: 'us' | 'them', lead: boolean): Deadline {
  const answer = review.disputed ? 'settle-figures' : 'agree-review'
  const step = review.state === 'draft' ? 'write-review' : waits === 'us' ? answer : 'open-review'
  return {
    kind: 'review',
    id: review.id,
    programmeId: review.programmeId,
    title: `Báo cáo ${reviewName(review.period)}`,
    context: calmTitle(review.programmeTitle),
    address: `/bao-cao/${review.id}`,
    dueOn: review.dueOn,
    waits,
    role: lead ? 'lead' : 'support',
    step,
  }
}
