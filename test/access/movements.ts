import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { campaignInput, DECISION, modelInput } from '../harness/movements.ts'
import type { Expected } from './expected.ts'
import { placesOf } from './petitions.ts'
import { activityInput, JOINT, OURS, SIDES, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const leader: readonly Role[] = ['leader']
const ours = (roles: readonly Role[]) => ({ own: roles })
const everywhere = (roles: readonly Role[]) => Object.fromEntries(SIDES.map(side => [side, roles]))

type Change = { [key: string]: Json }
type At = { movementId: string; version: number }

export async function ownMovement(stage: Stage, change: Change = {}): Promise<At & { measureId: string }> {
  const input = campaignInput({ content: `Nội dung ${OURS}`, ...change })
  await stage.as(stage.officer)('movements.register-movement', input)
  return { movementId: input.movementId, version: 1, measureId: input.measures[0]!.measureId }
}

async function ownModel(stage: Stage): Promise<At> {
  const input = modelInput((await placesOf(stage)).villageId, { content: `Nội dung ${OURS}` })
  await stage.as(stage.officer)('movements.register-movement', input)
  return { movementId: input.movementId, version: 1 }
}

export async function sharedMovement(stage: Stage): Promise<At> {
  const programmeId = await stage.programme()
  const { movementId } = await ownMovement(stage, { programmeId, title: `Phong trào ${JOINT}`, content: JOINT })
  await stage.as(stage.leader)('movements.share-movement', { movementId, version: 1 })
  return { movementId, version: 2 }
}

/** A movement of the programme of an activity, both named. */
async function withActivity(stage: Stage) {
  const { programmeId, itemId } = await stage.plan()
  const activityId = newId()
  await stage.as(stage.officer)('activities.record-activity', {
    ...activityInput(programmeId, itemId),
    activityId,
    title: JOINT,
  })
  const { movementId } = await ownMovement(stage, { programmeId })
  return { movementId, activityId }
}

/** One on which a step was taken by the officer. */
async function after(stage: Stage, at: At, name: string, fields: Change): Promise<At> {
  const { movementId, version } = at
  await stage.as(stage.officer)(`movements.${name}`, { movementId, version, ...fields })
  return { movementId, version: version + 1 }
}
const END = { endedOn: '2025-11-03', reason: 'Hết thời gian' }

/** Commands on campaigns, movements, twinnings and models in the table of rights. */
export const movementRows: Record<string, Expected> = {
  'movements.register-movement': { may: everywhere(workers), arrange: async () => campaignInput() },
  'movements.change-movement': {
    may: ours(workers),
    arrange: async stage => {
      const { movementId: _id, kind: _kind, measures: _measures, ...fields } = campaignInput({ title: 'Tên khác' })
      const { movementId, version, measureId } = await ownMovement(stage)
      return { movementId, version, ...fields, measures: [{ measureId, name: 'Nhà', unit: 'nhà' }] }
    },
  },
  'movements.register-year': {
    may: ours(workers),
    arrange: async stage => {
      const { measureId, ...at } = await ownMovement(stage)
      return { ...at, year: 2025, registeredOn: '2025-02-03', figures: [{ measureId, value: 20 }] }
    },
  },
  'movements.report-year': {
    may: ours(workers),
    arrange: async stage => {
      const { measureId, ...at } = await ownMovement(stage)
      return { ...at, year: 2025, reportedOn: '2025-12-03', figures: [{ measureId, value: 20 }] }
    },
  },
  'movements.recognise-model': { may: ours(workers), arrange: async stage => ({ ...(await ownModel(stage)), ...DECISION }) },
  'movements.withdraw-recognition': {
    may: ours(workers),
    arrange: async stage => after(stage, await ownModel(stage), 'recognise-model', DECISION),
  },
  'movements.end-movement': {
    may: ours(workers),
    arrange: async stage => ({ ...(await ownModel(stage)), ...END }),
  },
  'movements.reopen-movement': {
    may: ours(workers),
    arrange: async stage => after(stage, await ownModel(stage), 'end-movement', END),
  },
  'movements.hang-activity': { may: ours(workers), arrange: withActivity },
  'movements.take-down-activity': {
    may: ours(workers),
    arrange: async stage => {
      const at = await withActivity(stage)
      await stage.as(stage.officer)('movements.hang-activity', at)
      return at
    },
  },
  'movements.share-movement': {
    may: ours(leader),
    arrange: async stage => {
      const { movementId, version } = await ownMovement(stage, { programmeId: await stage.programme() })
      return { movementId, version }
    },
  },
  'movements.unshare-movement': { may: ours(leader), arrange: sharedMovement },
  'movements.remove-movement': { may: ours(workers), arrange: ownModel },
  'movements.restore-movement': {
    may: ours(workers),
    arrange: async stage => after(stage, await ownModel(stage), 'remove-movement', {}),
  },
}
