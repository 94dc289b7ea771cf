import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { kindInput } from '../harness/own-kinds.ts'
import type { Expected } from './expected.ts'
import { OURS, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const both = (roles: readonly Role[]) => ({ own: roles, partner: roles })
const other = (side: Side): Side => (side === 'partner' ? 'own' : 'partner')

/** A kind of work that a side keeps to itself. */
export async function ownKind(stage: Stage, side: Side, reason = OURS) {
  const input = kindInput(await stage.programme(), { reason })
  await stage.as(stage.actor(side, 'officer'))('activities.propose-kind', input)
  return input.kindId
}

type Known = { programmes: { kinds: { versions: { id: string; version: number; digest: string }[] }[] }[] }
async function seen(stage: Stage, side: Side, kindId: string) {
  const { programmes } = await stage.site.ask<Known>(stage.actor(side, 'leader'), 'activities.own-kinds', {})
  const { version, digest } = programmes
    .flatMap(one => one.kinds)
    .flatMap(one => one.versions)
    .find(one => one.id === kindId)!
  return { kindId, version, digest }
}

/** What another side has sent to the one that answers. */
async function toAnswer(stage: Stage, side: Side) {
  const from = other(side)
  const kindId = await ownKind(stage, from)
  await stage.as(stage.actor(from, 'leader'))('activities.share-kind', await seen(stage, from, kindId))
  return seen(stage, from, kindId)
}

/** One that holds. */
async function agreed(stage: Stage) {
  const waiting = await toAnswer(stage, 'own')
  await stage.as(stage.leader)('activities.agree-kind', waiting)
  return waiting.kindId
}

/** Only leaders send and answer; nothing of one side's own is reached by another. */
export const ownKinds: Record<string, Expected> = {
  'activities.propose-kind': {
    may: both(workers),
    arrange: async stage => kindInput(await stage.programme()),
  },
  'activities.propose-closing': {
    may: both(workers),
    arrange: async stage => ({ kindId: newId(), closes: await agreed(stage), reason: 'Không còn dùng' }),
  },
  'activities.submit-kind': {
    may: both(workers),
    arrange: async (stage, _actor, side) => ({ clearanceId: newId(), kindId: (await toAnswer(stage, side)).kindId }),
  },
  'activities.share-kind': {
    may: { own: deciders },
    arrange: async stage => seen(stage, 'own', await ownKind(stage, 'own')),
  },
  'activities.agree-kind': {
    may: both(deciders),
    arrange: async (stage, _actor, side) => toAnswer(stage, side),
  },
  'activities.return-kind': {
    may: both(deciders),
    arrange: async (stage, _actor, side) => {
      const { kindId, version } = await toAnswer(stage, side)
      return { kindId, version, reason: 'Trùng loại việc có sẵn' }
    },
  },
  'activities.withdraw-kind': {
    may: { own: workers },
    arrange: async stage => ({ kindId: await ownKind(stage, 'own'), version: 1 }),
  },
}
