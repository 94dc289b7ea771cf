import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { petitionInput } from '../harness/petitions.ts'
import { layPlaces, type TestPlaces } from '../harness/places.ts'
import type { Expected } from './expected.ts'
import { JOINT, OURS, SIDES, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const leader: readonly Role[] = ['leader']
const administrator: readonly Role[] = ['administrator']
const everywhere = (roles: readonly Role[]): Partial<Record<Side, readonly Role[]>> =>
  Object.fromEntries(SIDES.map(side => [side, roles]))
const ours = (roles: readonly Role[]) => ({ own: roles })

const laid = new WeakMap<Stage, Promise<TestPlaces>>()
export function placesOf(stage: Stage): Promise<TestPlaces> {
  const known = laid.get(stage) ?? layPlaces(stage.site)
  laid.set(stage, known)
  return known
}

type Change = { [key: string]: Json }

/** A petition that the own officer has recorded. */
export async function ownPetition(stage: Stage, change: Change = {}): Promise<{ petitionId: string; version: number }> {
  const { villageId } = await placesOf(stage)
  const input = petitionInput(villageId, { text: `Nội dung ${OURS}`, ...change })
  await stage.as(stage.officer)('petitions.record-petition', input)
  return { petitionId: input.petitionId, version: 1 }
}

/** One that a leader has shown to the parties of a programme. */
export async function sharedPetition(stage: Stage): Promise<{ petitionId: string; version: number }> {
  const at = await ownPetition(stage, { programmeId: await stage.programme(), subject: `Đường ${JOINT}` })
  await stage.as(stage.leader)('petitions.share-petition', at)
  return { ...at, version: 2 }
}

const TERM = { term: { on: '2026-04-01', basis: 'Theo công văn' } }
const PAPER = { paperNumber: '15/MTTQ-BTT', paperDate: '2026-03-03' }
const stepAt = (at: { petitionId: string; version: number }, day: string, more: Change = {}) => ({
  ...at,
  stepId: newId(),
  day,
  ...more,
})

async function forwarded(stage: Stage): Promise<{ petitionId: string; version: number }> {
  const at = await ownPetition(stage)
  const fields = { addressee: 'Sở Xây dựng', level: 'province', ...PAPER, ...TERM }
  await stage.as(stage.officer)('petitions.forward-petition', stepAt(at, '2026-03-03', fields))
  return { ...at, version: 2 }
}
async function answered(stage: Stage): Promise<{ petitionId: string; version: number }> {
  const at = await forwarded(stage)
  await stage.as(stage.officer)('petitions.answer-petition', stepAt(at, '2026-03-20', { ...PAPER, summary: OURS }))
  return { ...at, version: 3 }
}

/** Commands on petitions in the table of rights. */
export const petitionRows: Record<string, Expected> = {
  'petitions.record-petition': {
    may: everywhere(workers),
    arrange: async stage => petitionInput((await placesOf(stage)).villageId),
  },
  'petitions.change-petition': {
    may: ours(workers),
    arrange: async stage => {
      const { code: _code, term: _term, petitionId: _id, ...fields } = petitionInput((await placesOf(stage)).villageId)
      return { ...(await ownPetition(stage)), ...fields, subject: 'Đường khác' }
    },
  },
  // Not even the leader: the handler alone.
  'petitions.keep-sender': {
    may: ours(['officer']),
    arrange: async stage => ({ ...(await ownPetition(stage)), sender: 'Người nêu' }),
  },
  'petitions.return-petition': {
    may: ours(workers),
    arrange: async stage => stepAt(await ownPetition(stage), '2026-03-03', { summary: 'Không rõ nơi' }),
  },
  'petitions.route-out': {
    may: ours(workers),
    arrange: async stage => stepAt(await ownPetition(stage), '2026-03-03', { kind: 'complaint', channel: 'reception' }),
  },
  'petitions.forward-petition': {
    may: ours(workers),
    arrange: async stage =>
      stepAt(await ownPetition(stage), '2026-03-03', { addressee: 'Sở Xây dựng', level: 'province', ...PAPER, ...TERM }),
  },
  'petitions.acknowledge-petition': {
    may: ours(workers),
    arrange: async stage => stepAt(await forwarded(stage), '2026-03-05'),
  },
  'petitions.urge-petition': {
    may: ours(leader),
    arrange: async stage => stepAt(await forwarded(stage), '2026-04-05', { term: { on: '2026-04-20', basis: 'Theo công văn' } }),
  },
  'petitions.answer-petition': {
    may: ours(workers),
    arrange: async stage => stepAt(await forwarded(stage), '2026-03-20', { ...PAPER, summary: 'Sẽ sửa' }),
  },
  'petitions.check-petition': {
    may: ours(workers),
    arrange: async stage =>
      stepAt(await answered(stage), '2026-03-25', { onSpot: true, settled: true, byUnit: 'Ban Phong trào' }),
  },
  'petitions.take-back-step': {
    may: ours(workers),
    arrange: async (stage, actor) => {
      const at = await ownPetition(stage)
      const step = stepAt(at, '2026-03-03', { summary: 'Nhầm' })
      const taker =
        actor.bodyId === stage.officer.bodyId && actor.roles.some(role => workers.includes(role)) ? actor : stage.officer
      await stage.as(taker)('petitions.return-petition', step)
      return { petitionId: at.petitionId, version: 2, stepId: step.stepId }
    },
  },
  'petitions.assign-petition': {
    may: ours(workers),
    arrange: async stage => ({ ...(await ownPetition(stage)), handler: stage.leader.accountId }),
  },
  'petitions.hand-over': {
    may: ours(workers),
    arrange: async stage => ({
      subjects: [{ kind: 'petition', id: (await ownPetition(stage)).petitionId }],
      accountId: stage.leader.accountId,
    }),
  },
  'petitions.group-petition': {
    may: ours(workers),
    arrange: async stage => {
      const withPetitionId = (await ownPetition(stage)).petitionId
      return { ...(await ownPetition(stage)), withPetitionId, groupId: newId() }
    },
  },
  'petitions.ungroup-petition': {
    may: ours(workers),
    arrange: async stage => {
      const [one, other] = [await ownPetition(stage), await ownPetition(stage)]
      const group = { ...one, withPetitionId: other.petitionId, groupId: newId() }
      await stage.as(stage.officer)('petitions.group-petition', group)
      return { petitionId: one.petitionId, version: 2 }
    },
  },
  'petitions.share-petition': {
    may: ours(leader),
    arrange: async stage => ownPetition(stage, { programmeId: await stage.programme() }),
  },
  'petitions.unshare-petition': { may: ours(leader), arrange: stage => sharedPetition(stage) },
  'petitions.note-referral': {
    may: everywhere(workers),
    arrange: async () => ({ referralId: newId(), kind: 'complaint', channel: 'reception', day: '2026-03-03' }),
  },
  'petitions.cancel-referral': {
    may: ours(workers),
    arrange: async stage => {
      const referralId = newId()
      const note = { referralId, kind: 'complaint', channel: 'reception', day: '2026-03-03' }
      await stage.as(stage.officer)('petitions.note-referral', note)
      return { referralId }
    },
  },
  'petitions.add-field': {
    may: everywhere(administrator),
    arrange: async () => ({ fieldId: newId(), name: `Lĩnh vực ${newId()}` }),
  },
  'petitions.end-field': {
    may: everywhere(administrator),
    arrange: async stage => {
      const fieldId = newId()
      await stage.as(stage.actor('own', 'administrator'))('petitions.add-field', { fieldId, name: `Lĩnh vực ${fieldId}` })
      return { fieldId }
    },
  },
  'petitions.set-route': { may: everywhere(administrator), arrange: async () => routeInput() },
  'petitions.end-route': {
    may: everywhere(administrator),
    arrange: async stage => {
      const route = routeInput()
      await stage.as(stage.actor('own', 'administrator'))('petitions.set-route', route)
      return { routeId: route.routeId }
    },
  },
  'petitions.set-clock': { may: everywhere(administrator), arrange: async () => clockInput() },
  'petitions.end-clock': {
    may: everywhere(administrator),
    arrange: async stage => {
      const clock = clockInput()
      await stage.as(stage.actor('own', 'administrator'))('petitions.set-clock', clock)
      return { clockId: clock.clockId }
    },
  },
}

const routeInput = () => ({
  routeId: newId(),
  field: 'roads',
  placeId: null,
  level: 'province',
  addressee: 'Sở Xây dựng',
  decidedBy: 'Quy chế',
  validFrom: '2026-01-01',
})
// An origin and level that no other test's petition has.
const clockInput = () => ({
  clockId: newId(),
  origin: 'sent-on',
  level: 'central',
  days: 30,
  unit: 'calendar',
  basis: 'Quy chế',
  validFrom: '2026-01-01',
})
