import { query } from '../../../engine/query.ts'
import { type Acting, anyRole, within } from '../../../kernel/permissions.ts'
import { partiesOf } from '../../programmes/index.ts'
import { reviewName } from '../compiling/compile.ts'
import { reviewIdInput } from '../contract.ts'
import { getReview } from '../store.ts'
import { headingsIn, openText } from '../writing/text.ts'
import { getText } from '../writing/text-store.ts'
import { partInput } from './contract.ts'
import { whyNotAskPart, whyNotDropPart, whyNotHandIn, whyNotReturnPart } from './rules.ts'
import { awaitedParts, getPart, type OwnPart, ownParts, unitsOf } from './store.ts'

const SEE = { roles: anyRole, reach: 'party' } as const

/** Parts that units were asked to write: of every side what is awaited and by when, of the own side also from whom and how far it is. */
export const askedParts = query({
  name: 'reviews.asked-parts',
  permission: SEE,
  input: reviewIdInput,
  run: async ({ db, acting: asks, today }, { reviewId }) => {
    const review = await getReview(db, reviewId)
    const acting = within(asks, review.programmeId)
    const bodyId = typeof acting === 'string' ? '' : acting.bodyId
    const places = new Map((await partiesOf(db, review.programmeId)).map(one => [one.bodyId, one]))
    const own = new Map((await ownParts(db, bodyId, reviewId)).map(one => [one.id, one]))
    const ask = whyNotAskPart(acting, review)
    const text = review.written && ask === null ? await getText(db, reviewId) : null
    return {
      parts: (await awaitedParts(db, reviewId)).map(one => ({
        id: one.id,
        title: one.title,
        dueOn: one.dueOn,
        arrived: one.arrivedAt !== null,
        late: one.arrivedAt === null && one.dueOn < today,
        position: places.get(one.bodyId)?.position ?? 0,
        side: places.get(one.bodyId)?.shortName ?? '',
        own: ownOf(acting, own.get(one.id)),
      })),
      headings: text ? headingsIn(openText(text.state)).map(({ place, title }) => ({ place, title })) : [],
      units: ask === null ? await unitsOf(db, bodyId, today) : [],
      can: { ask },
    }
  },
})

const ownOf = (acting: Acting, part: OwnPart | undefined) =>
  part
    ? {
        unit: part.unit,
        state: part.state,
        reason: part.reason,
        version: part.version,
        can: { handIn: whyNotHandIn(acting, part), return: whyNotReturnPart(acting, part), drop: whyNotDropPart(acting, part) },
      }
    : null

/** One part as the unit writes it. */
export const askedPart = query({
  name: 'reviews.asked-part',
  permission: SEE,
  input: partInput,
  run: async ({ db, acting: asks }, { partId }) => {
    const part = await getPart(db, partId)
    return {
      reviewId: part.reviewId,
      report: reviewName(part.period),
      title: part.title,
      unit: part.unit,
      dueOn: part.dueOn,
      note: part.note,
      text: part.text,
      state: part.state,
      dropped: part.dropped,
      reason: part.reason,
      version: part.version,
      can: { handIn: whyNotHandIn(within(asks, part.programmeId), part) },
    }
  },
})
