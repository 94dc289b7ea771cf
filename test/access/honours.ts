import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { benefitInput, gatheringInput, listInput, nominationInput, roundInput } from '../harness/honours.ts'
import type { Expected } from './expected.ts'
import { placesOf } from './petitions.ts'
import { JOINT, OURS, SIDES, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const ours = (roles: readonly Role[]) => ({ own: roles })
const everywhere = (roles: readonly Role[]) => Object.fromEntries(SIDES.map(side => [side, roles]))

type At = { recognitionId: string; version: number; listId: string }

/** A recognition that the own side keeps, under a decision of its own. */
export async function ownRecognition(stage: Stage): Promise<At> {
  const input = listInput((await placesOf(stage)).villageId, { issuer: `Chủ tịch ${OURS}` }, `Người ${OURS}`)
  await stage.as(stage.officer)('honours.load-list', input)
  return { recognitionId: input.rows[0]!.recognitionId, version: 1, listId: input.listId }
}
const at = async (stage: Stage) => {
  const { recognitionId, version } = await ownRecognition(stage)
  return { recognitionId, version }
}
const seenIn = async (stage: Stage, recognitionId: string): Promise<number> => {
  const asked = { recognitionId, nature: 'sickness', on: '2026-02-20' }
  return (await stage.site.ask<{ same: Json[] }>(stage.officer, 'honours.before-giving', asked)).same.length
}
const gift = async (stage: Stage) => {
  const { recognitionId } = await ownRecognition(stage)
  return benefitInput(recognitionId, { seen: await seenIn(stage, recognitionId) })
}
const consultation = (listId: string) => ({
  consultationId: newId(),
  listId,
  consulted: `Ủy ban MTTQ xã ${OURS}`,
  paperNumber: '12/MTTQ',
  paperDate: '2025-12-01',
})

type Round = { commendationId: string; version: number; lineId: string }

/** A round that stands before a step, with one put forward. */
export async function ownRound(stage: Stage, step: 'dossier' | 'vote' | 'decide' | 'award' = 'dossier'): Promise<Round> {
  const round = roundInput({ occasion: `Khen thưởng ${OURS}` })
  const nomination = nominationInput(round.commendationId, {}, `Người ${OURS}`)
  const send = stage.as(stage.officer)
  await send('honours.open-commendation', round)
  await send('honours.nominate', nomination)
  const at = { commendationId: round.commendationId, version: 1 }
  const { lineId } = nomination
  if (step !== 'dossier') await send('honours.complete-dossier', { ...at, ...DOSSIER })
  if (step === 'decide' || step === 'award') await send('honours.record-vote', { ...at, version: 2, ...voteFor(lineId) })
  if (step === 'award') await send('honours.record-decision', { ...at, version: 3, ...decisionFor(lineId) })
  const version = ['dossier', 'vote', 'decide', 'award'].indexOf(step) + 1
  return { ...at, version, lineId }
}
const DOSSIER = { number: '7/TTr', date: '2026-03-01', complete: true }
const voteFor = (lineId: string) => ({ day: '2026-03-02', minutes: '2/BB', members: 5, votes: [{ lineId, votes: 5 }] })
const decisionFor = (lineId: string) => ({
  number: '30/QĐ',
  date: '2026-03-03',
  awards: [{ lineId, amount: 500_000, certificate: '' }],
})
const roundAt = async (stage: Stage, step?: 'dossier' | 'vote' | 'decide' | 'award') => {
  const { lineId, ...at } = await ownRound(stage, step)
  return { at, lineId }
}

/** A round in which every party of a programme puts forward. */
export async function sharedRound(stage: Stage): Promise<string> {
  const round = roundInput({ occasion: `Khen thưởng ${JOINT}`, programmeId: await stage.programme() })
  await stage.as(stage.officer)('honours.open-commendation', round)
  await stage.as(stage.leader)('honours.share-commendation', { commendationId: round.commendationId, version: 1 })
  return round.commendationId
}

/** Commands on those who are honoured, in the table of rights. */
export const honourRows: Record<string, Expected> = {
  'honours.load-list': {
    may: everywhere(workers),
    arrange: async stage => listInput((await placesOf(stage)).villageId),
  },
  'honours.change-name': { may: ours(workers), arrange: async stage => ({ ...(await at(stage)), name: 'Tên Đã Sửa' }) },
  'honours.remove-recognition': {
    may: ours(workers),
    arrange: async stage => ({ ...(await at(stage)), number: '9/QĐ-UBND', date: '2026-02-01', letter: 'b' }),
  },
  'honours.restore-recognition': {
    may: ours(workers),
    arrange: async stage => {
      const one = await at(stage)
      const removal = { ...one, number: '9/QĐ-UBND', date: '2026-02-01', letter: 'b' }
      await stage.as(stage.officer)('honours.remove-recognition', removal)
      return { ...one, version: 2 }
    },
  },
  'honours.note-consultation': {
    may: ours(workers),
    arrange: async stage => consultation((await ownRecognition(stage)).listId),
  },
  'honours.drop-consultation': {
    may: ours(workers),
    arrange: async stage => {
      const noted = consultation((await ownRecognition(stage)).listId)
      await stage.as(stage.officer)('honours.note-consultation', noted)
      return { consultationId: noted.consultationId }
    },
  },
  'honours.give-benefit': { may: ours([...workers, 'authorised']), arrange: gift },
  'honours.take-back-benefit': {
    may: ours(workers),
    arrange: async stage => {
      const given = await gift(stage)
      await stage.as(stage.officer)('honours.give-benefit', given)
      return { benefitId: given.benefitId, version: 1 }
    },
  },
  'honours.record-gathering': { may: everywhere(workers), arrange: async () => gatheringInput() },
  'honours.take-back-gathering': {
    may: ours(workers),
    arrange: async stage => {
      const held = gatheringInput()
      await stage.as(stage.officer)('honours.record-gathering', held)
      return { gatheringId: held.gatheringId, version: 1 }
    },
  },
  'honours.open-commendation': { may: everywhere(workers), arrange: async () => roundInput() },
  'honours.share-commendation': {
    may: ours(['leader']),
    arrange: async stage => {
      const round = roundInput({ programmeId: await stage.programme() })
      await stage.as(stage.officer)('honours.open-commendation', round)
      return { commendationId: round.commendationId, version: 1 }
    },
  },
  'honours.nominate': {
    may: { own: workers, partner: workers },
    arrange: async stage => nominationInput(await sharedRound(stage)),
  },
  'honours.withdraw-nomination': {
    may: ours(workers),
    arrange: async stage => ({ lineId: (await ownRound(stage)).lineId }),
  },
  'honours.complete-dossier': {
    may: ours(workers),
    arrange: async stage => ({ ...(await roundAt(stage)).at, ...DOSSIER }),
  },
  'honours.record-vote': {
    may: ours(workers),
    arrange: async stage => {
      const { at: one, lineId } = await roundAt(stage, 'vote')
      return { ...one, ...voteFor(lineId) }
    },
  },
  'honours.record-decision': {
    may: ours(workers),
    arrange: async stage => {
      const { at: one, lineId } = await roundAt(stage, 'decide')
      return { ...one, ...decisionFor(lineId) }
    },
  },
  'honours.record-award': {
    may: ours(workers),
    arrange: async stage => ({ ...(await roundAt(stage, 'award')).at, day: '2026-03-04', place: 'Hội trường' }),
  },
  'honours.stop-commendation': { may: ours(workers), arrange: async stage => (await roundAt(stage)).at },
  'honours.step-back': {
    may: ours(workers),
    arrange: async (stage, actor) => {
      const { at: one } = await roundAt(stage)
      const mine = actor.bodyId === stage.officer.bodyId && actor.roles.some(role => workers.includes(role))
      await stage.as(mine ? actor : stage.officer)('honours.complete-dossier', { ...one, ...DOSSIER })
      return { ...one, version: 2 }
    },
  },
}
