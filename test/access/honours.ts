import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { benefitInput, gatheringInput, listInput } from '../harness/honours.ts'
import type { Expected } from './expected.ts'
import { placesOf } from './petitions.ts'
import { OURS, SIDES, type Stage } from './stage.ts'

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
}
