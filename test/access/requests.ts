import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const followers: readonly Role[] = [...workers, 'clerk']
const LETTER = { number: '45/MTTQ-BTT', sentOn: '2026-01-20', dueOn: null, fileId: null }

const fields = (mark: string) => ({
  toName: 'Sở Nông nghiệp',
  toBody: null,
  content: `Đề nghị hỗ trợ ${mark}`,
  clausePath: 'II/1',
  signedWith: [],
})

/** A request that only the own side knows. */
export async function draftRequest(stage: Stage, mark = OURS): Promise<string> {
  const requestId = newId()
  const programmeId = await stage.programme()
  await stage.as(stage.officer)('exchange.draft-request', { requestId, programmeId, ...fields(mark) })
  return requestId
}

/** One that has gone out and that every party knows. */
export async function sentRequest(stage: Stage, mark = OURS): Promise<string> {
  const requestId = await draftRequest(stage, mark)
  await stage.as(stage.leader)('exchange.send-request', { requestId, version: 1, ...LETTER })
  return requestId
}

/** One of ours that the partner is to sign too, with what its leaders see. */
async function draftJoint(stage: Stage) {
  const [requestId, programmeId] = [newId(), await stage.programme()]
  const joint = { ...fields(OURS), signedWith: [stage.bodyId('partner')] }
  await stage.as(stage.officer)('exchange.draft-request', { requestId, programmeId, ...joint })
  const { digest } = await stage.site.ask<{ digest: string }>(stage.leader, 'exchange.request', { requestId })
  return { requestId, version: 1, digest }
}
async function proposedJoint(stage: Stage) {
  const made = await draftJoint(stage)
  await stage.as(stage.leader)('exchange.propose-request', made)
  return { ...made, version: 2 }
}
const deciders: readonly Role[] = ['leader', 'authorised']

const own = (roles: readonly Role[], arrange: (stage: Stage) => Promise<Json>): Expected => ({ may: { own: roles }, arrange })

/** Written by officers and leaders, sent by leader or clerk, followed by whoever works on it; what two sign is agreed to by the other's leader. */
export const requests: Record<string, Expected> = {
  'exchange.draft-request': {
    may: { own: workers, partner: workers },
    arrange: async stage => ({ requestId: newId(), programmeId: await stage.programme(), ...fields('') }),
  },
  'exchange.change-request': own(workers, async stage => ({
    requestId: await draftRequest(stage),
    version: 1,
    ...fields('khác'),
  })),
  'exchange.remove-request': own(workers, async stage => ({ requestId: await draftRequest(stage), version: 1 })),
  'exchange.restore-request': own(workers, async stage => {
    const requestId = await draftRequest(stage)
    await stage.as(stage.officer)('exchange.remove-request', { requestId, version: 1 })
    return { requestId, version: 2 }
  }),
  'exchange.submit-request': own(workers, async stage => ({ clearanceId: newId(), requestId: await draftRequest(stage) })),
  'exchange.clear-request': own(deciders, async stage => {
    const [clearanceId, requestId] = [newId(), await draftRequest(stage)]
    await stage.as(stage.officer)('exchange.submit-request', { clearanceId, requestId })
    return { clearanceId, version: 1 }
  }),
  'exchange.propose-request': own(deciders, draftJoint),
  'exchange.agree-request': { may: { partner: deciders }, arrange: proposedJoint },
  'exchange.return-request': {
    may: { partner: deciders },
    arrange: async stage => {
      const { requestId, version } = await proposedJoint(stage)
      return { requestId, version, reason: 'Cần ghi rõ số xã' }
    },
  },
  'exchange.take-back-request': own(deciders, async stage => {
    const { requestId, version } = await proposedJoint(stage)
    return { requestId, version }
  }),
  'exchange.send-request': own(['leader', 'authorised', 'clerk'], async stage => ({
    requestId: await draftRequest(stage),
    version: 1,
    ...LETTER,
    fileId: await stage.file(),
  })),
  'exchange.urge-request': own(followers, async stage => ({
    requestId: await sentRequest(stage),
    version: 2,
    urgedOn: '2026-02-20',
    dueOn: null,
  })),
  'exchange.take-back-step': own(followers, async stage => {
    const requestId = await sentRequest(stage)
    await stage.as(stage.officer)('exchange.urge-request', { requestId, version: 2, urgedOn: '2026-02-20', dueOn: null })
    return { requestId, version: 3, dueOn: null }
  }),
  'exchange.answer-request': own(followers, async stage => ({
    requestId: await sentRequest(stage),
    version: 2,
    answer: 'partly',
    number: '88/SNN',
    answeredOn: '2026-02-25',
    fileId: null,
    summary: 'Hỗ trợ hai xã',
  })),
}
