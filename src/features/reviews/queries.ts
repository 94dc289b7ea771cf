import { query } from '../../engine/query.ts'
import { vietnamDate } from '../../kernel/dates.ts'
import { type Acting, anyRole, within } from '../../kernel/permissions.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import { getProgramme, type PaperAct, paperActsOf, viewClearance, whyNotDecider, whyNotSubmit } from '../programmes/index.ts'
import { type Laid, laid, whyNotWithdrawClearing } from './clearances.ts'
import { periodName, reviewName } from './compiling/compile.ts'
import { figureInput, listInput, reviewIdInput, SECTIONS } from './contract.ts'
import { countedWords } from './counted.ts'
import { destroyedBehind, widestOf } from './destroyed.ts'
import { disputesOf, whyNotCloseDispute, whyNotDispute } from './disputes.ts'
import { openFigure } from './figure-records.ts'
import { agreementsOf, compiledOf, compileLive, signersFor } from './freezing.ts'
import { comeSince } from './left-out.ts'
import { movedFigures } from './moved.ts'
import { namesOf } from './names-of-figure.ts'
import { letterheadOf, signaturesOf } from './paper.ts'
import {
  missingSections,
  offeredPeriods,
  whyNotBeginText,
  whyNotFollow,
  whyNotFreeze,
  whyNotOpen,
  whyNotPropose,
  whyNotTakeBack,
  whyNotWithdraw,
  whyNotWrite,
  whyNotWriteTogether,
} from './rules.ts'
import { followedBy, frozenOf, getReview, listReviews, programmesOf, type Review } from './store.ts'

const SEE = { roles: anyRole, reach: 'party' } as const

const summary = (review: Review) => ({
  id: review.id,
  programmeId: review.programmeId,
  ownerBody: review.ownerBody,
  period: { ...review.period, from: review.from, to: review.to },
  name: reviewName(review.period),
  dueOn: review.dueOn,
  state: review.state,
  version: review.version,
})

/** Reviews that the asker may see, and the periods for which the own side could begin one. */
export const list = query({
  name: 'reviews.list',
  permission: SEE,
  input: listInput,
  run: async ({ db, acting, today }, { programmeId }) => {
    const reviews = await listReviews(db, programmeId)
    const programmes = await programmesOf(db, programmeId)
    const own = typeof acting === 'string' ? null : acting.bodyId
    // The one that already lies before the parties is written together: nobody begins another beside it.
    const taken = (programme: string) =>
      reviews.filter(one => one.programmeId === programme && (one.ownerBody === own || one.state !== 'draft'))
    return {
      reviews: reviews.map(review => ({
        ...summary(review),
        programmeTitle: review.programmeTitle,
        ownerName: review.ownerName,
        ours: review.ownerBody === own,
      })),
      programmes: programmes.map(programme => ({
        id: programme.id,
        title: programme.title,
        periods: offeredPeriods(programme, today)
          .filter(
            ({ kind, year, half }) =>
              !taken(programme.id).some(({ period }) => period.kind === kind && period.year === year && period.half === half),
          )
          .map(period => ({ ...period, name: periodName(period) })),
      })),
      can: { open: whyNotOpen(acting) },
    }
  },
})

/** One review: live while it is written, as frozen afterwards. `can` gives null where one may, else why not. */
export const review = query({
  name: 'reviews.review',
  permission: SEE,
  input: reviewIdInput,
  run: async ({ db, acting: asks, today }, { reviewId }) => {
    const found = await getReview(db, reviewId)
    const acting = within(asks, found.programmeId)
    const frozen = await frozenOf(db, reviewId)
    const live = await compileLive(db, found)
    const agreements = await agreementsOf(db, found)
    const digest = found.digest ?? live.digest
    const compiled = frozen ?? live.compiled
    const since = frozen ? await comeSince(db, found, frozen) : []
    const moved = frozen ? [...new Set([...movedFigures(frozen, live.compiled), ...since])] : []
    const destroyed = frozen ? widestOf(await destroyedBehind(db, found.programmeId, Object.values(frozen.figures))) : []
    const own = typeof acting === 'string' ? null : acting.bodyId
    const letterhead = letterheadOf(compiled.head, found.frozenAt ? vietnamDate(found.frozenAt) : today)
    const signers = await signersFor(db, acting, found, digest)
    const { number } = await getProgramme(db, found.programmeId)
    const agreed = agreements.some(one => one.bodyId === own && one.digest === digest)
    const inside = own === null ? null : await laid(db, found, { bodyId: own, digest, agreed })
    return {
      review: { ...summary(found), frozenAt: found.frozenAt?.toISOString() ?? null, ours: found.ownerBody === own },
      compiled,
      programmeNumber: number,
      letterhead,
      signatures: signaturesOf(compiled.head, letterhead.profile, signers),
      texts: found.texts,
      /** Whether its words stand in a text that the sides write together. */
      written: found.written,
      sections: SECTIONS,
      missing: missingSections(found.texts),
      /** The period is not over: more may still be recorded in it. */
      periodRuns: today <= found.to,
      digest,
      agreements: agreements.map(({ bodyId, at, paper, digest: to }) => ({
        bodyId,
        at: at.toISOString(),
        current: to === digest,
        paper,
      })),
      /** Papers by which a side had agreed and that have fallen since; what was frozen stays as it is. */
      fallen: (await paperActsOf(db, 'review', reviewId)).filter(isFallen).map(fallenPaper),
      outgoing: inside?.outgoing ?? null,
      clearance: inside && found.state !== 'frozen' ? await viewClearance(db, acting, { ...inside, today }) : null,
      /** Ids of figures that records changed after the freezing have moved. */
      movedFigures: moved,
      /** What retention rules have destroyed behind the figures of what is frozen, each with a figure that it lies behind. */
      destroyed,
      disputes: (await disputesOf(db, reviewId)).map(one => ({
        ...one,
        raisedAt: one.raisedAt.toISOString(),
        closedAt: one.closedAt?.toISOString() ?? null,
        can: { close: whyNotCloseDispute(acting, one) },
      })),
      follows: found.follows,
      followedBy: await followedBy(db, reviewId),
      changedSinceFrozen: moved.length > 0,
      can: {
        write: whyNotWrite(acting, found),
        propose: whyNotPropose(acting, found, inside?.cleared ?? false),
        submit: whyNotSubmitNow(acting, inside, found.programmeId),
        takeBack: whyNotTakeBack(acting, found),
        freeze: whyNotFreeze(acting, found, agreed),
        withdraw: whyNotWithdraw(
          acting,
          found,
          agreements.some(one => one.bodyId === own),
        ),
        dispute: whyNotDispute(acting, found),
        follow: whyNotFollow(acting, found),
        withdrawClearing: whyNotWithdrawClearing(acting, found, inside?.clearances[0]),
        beginText: whyNotBeginText(acting, found),
        writeTogether: whyNotWriteTogether(acting, found),
        /** To the conference on it. */
        invite: whyNotOpen(acting),
      },
    }
  },
})

const isFallen = ({ act, contested, withdrawn }: PaperAct): boolean => act === 'agree' && (contested !== null || withdrawn)
const fallenPaper = ({ id, bodyId, paper, contested }: PaperAct) => ({ id, bodyId, ...paper, contested })

/** What is cleared needs no second submission, and whoever decides has nobody to lay it before. */
function whyNotSubmitNow(acting: Acting, inside: Laid | null, programmeId: string): WhyNot {
  const step = inside?.outgoing?.step
  if (inside?.cleared || (step && whyNotDecider(acting, { kind: 'review', step, programmeId }) === null))
    return { code: 'clearance.decided-already' }
  return whyNotSubmit(acting, { outgoing: step !== undefined, submitted: inside?.submitted ?? false })
}

/** The records behind a figure, chosen by the condition that its number was added up by. */
export const figure = query({
  name: 'reviews.figure',
  permission: SEE,
  input: figureInput,
  run: async ({ db, now }, { reviewId, figureId }) => {
    const found = await getReview(db, reviewId)
    const { figures, head } = await compiledOf(db, found)
    const wanted = Object.hasOwn(figures, figureId) ? figures[figureId] : undefined
    if (!wanted) throw new Refusal('not-found', { what: 'figure' })
    const names = new Map(head.parties.map(party => [party.bodyId, party.shortName]))
    const answer = await openFigure(db, found, wanted, names)
    const destroyed = (await destroyedBehind(db, found.programmeId, [wanted])).get(figureId) ?? []
    // What is too few to be told has no list either, and nothing is said of it.
    return {
      ...answer,
      counted: countedWords(wanted.query, await namesOf(db, found.programmeId, wanted.query, names)),
      /** When its number was reckoned: of a frozen report at the freezing. */
      reckonedAt: (found.frozenAt ?? now).toISOString(),
      destroyed: answer.now === null ? [] : destroyed,
    }
  },
})
