import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const both = (roles: readonly Role[]) => ({ own: roles, partner: roles })
const other = (side: Side): Side => (side === 'partner' ? 'own' : 'partner')

async function duty(stage: Stage) {
  const programmeId = await stage.programme()
  type Duties = { commitments: { id: string }[] }
  const { commitments } = await stage.site.ask<Duties>(stage.officer, 'programmes.commitments', { programmeId })
  return { programmeId, commitmentId: commitments[0]!.id }
}
const fields = { unit: 'lớp', min: 2, max: null, per: 'year', evidence: null }

/** An indicator that a side keeps to itself. */
export async function ownIndicator(stage: Stage, side: Side, reason = OURS) {
  const { programmeId, commitmentId } = await duty(stage)
  const indicatorId = newId()
  const input = { indicatorId, commitmentId, ...fields, reason }
  await stage.as(stage.actor(side, 'officer'))('plans.propose-indicator', input)
  return { indicatorId, programmeId }
}

/** What another side has sent to the one that answers. */
async function toAnswer(stage: Stage, side: Side) {
  const from = other(side)
  const { indicatorId, programmeId } = await ownIndicator(stage, from)
  await stage.as(stage.actor(from, 'leader'))('plans.share-indicator', { indicatorId, version: 1 })
  return { indicatorId, programmeId, version: 2 }
}

type Duties = { duties: { indicators: { id: string; digest: string }[] }[] }

/** Only leaders send and answer; nothing of one side's own is reached by another. */
export const indicators: Record<string, Expected> = {
  'plans.propose-indicator': {
    may: both(workers),
    arrange: async stage => {
      const { commitmentId } = await duty(stage)
      return { indicatorId: newId(), commitmentId, ...fields, reason: 'Văn bản không ghi số' }
    },
  },
  'plans.submit-indicator': {
    may: both(workers),
    arrange: async (stage, _actor, side) => ({ clearanceId: newId(), indicatorId: (await toAnswer(stage, side)).indicatorId }),
  },
  'plans.share-indicator': {
    may: { own: deciders },
    arrange: async stage => ({ indicatorId: (await ownIndicator(stage, 'own')).indicatorId, version: 1 }),
  },
  'plans.agree-indicator': {
    may: both(deciders),
    arrange: async (stage, _actor, side) => {
      const { indicatorId, programmeId, version } = await toAnswer(stage, side)
      const { duties } = await stage.site.ask<Duties>(stage.leader, 'plans.indicators', { programmeId })
      const { digest } = duties.flatMap(one => one.indicators).find(one => one.id === indicatorId)!
      return { indicatorId, version, digest }
    },
  },
  'plans.return-indicator': {
    may: both(deciders),
    arrange: async (stage, _actor, side) => {
      const { indicatorId, version } = await toAnswer(stage, side)
      return { indicatorId, version, reason: 'Quá nhiều' }
    },
  },
  'plans.withdraw-indicator': {
    may: { own: workers },
    arrange: async stage => ({ indicatorId: (await ownIndicator(stage, 'own')).indicatorId, version: 1 }),
  },
}
