import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import { paperOf, type Subject, scan, sendByPost } from '../harness/by-post.ts'
import type { Expected } from './expected.ts'
import { owedPackage, sentPackage } from './packages.ts'
import { OURS, type Stage } from './stage.ts'

const leader: readonly Role[] = ['leader']
const keepers: readonly Role[] = ['clerk', 'leader']
const today = () => vietnamDate(new Date())

/** The partner chooses letters for a programme, so that the own side records what it answers. */
async function onPaper(stage: Stage, programmeId: string): Promise<string> {
  const choice = { choiceId: newId(), programmeId, way: 'by-post', since: today() }
  await stage.as(stage.actor('partner', 'leader'))('post.choose-way', choice)
  return stage.bodyId('partner')
}

/** A subject that has gone to the partner by post, and the partner's paper about it in the hands of whoever records it. */
async function posted(stage: Stage, by: Actor, subject: Subject, step: 'whole' | 'lines' = 'whole') {
  const bodyId = stage.bodyId('partner')
  const clerk = stage.actor('own', 'clerk')
  const digest = await sendByPost(stage.site, clerk, subject, { bodyId, step, date: today() })
  return paperOf(stage.site, by, { bodyId, digest, date: today() })
}

async function postedPlan(stage: Stage, by: Actor) {
  const { planId, programmeId, itemId } = await stage.plan()
  await onPaper(stage, programmeId)
  return { planId, itemId, paper: await posted(stage, by, { kind: 'plan', subjectId: planId }) }
}

/** A line of ours that the partner is to answer. */
async function postedLine(stage: Stage, by: Actor) {
  const { planId, programmeId, itemId } = await stage.plan()
  await onPaper(stage, programmeId)
  const proposalId = newId()
  const input = { proposalId, planId, item: { itemId, version: 1 }, line: { kind: 'drop' }, reason: OURS }
  await stage.as(stage.officer)('plans.propose-line', input)
  const { outgoing } = await stage.site.ask<{ outgoing: { digest: string } }>(stage.leader, 'plans.plan', { planId })
  await stage.as(stage.leader)('plans.share-proposals', { planId, digest: outgoing.digest })
  return { planId, proposalId, paper: await posted(stage, by, { kind: 'plan', subjectId: planId }, 'lines') }
}

/** A recorded paper of the partner that asks for other lines. */
async function countered(stage: Stage, by = stage.actor('own', 'clerk')) {
  const { planId, itemId, paper } = await postedPlan(stage, by)
  await stage.as(by)('plans.record-paper-counter', { planId, ...paper })
  return { actId: paper.actId, itemId }
}

const ours = (arrange: Expected['arrange']): Expected => ({ may: { own: keepers }, arrange })

/** The rights of what is done by letter: own clerks and leaders record, the partner's leader contests. */
export const byPost: Record<string, Expected> = {
  'post.choose-way': {
    may: { own: leader, partner: leader },
    arrange: async stage => ({ choiceId: newId(), programmeId: await stage.programme(), way: 'by-post', since: today() }),
  },
  'post.record-sending': ours(async (stage, actor) => {
    const { planId, programmeId } = await stage.plan()
    const bodyId = await onPaper(stage, programmeId)
    const { digest } = await stage.site.ask<{ digest: string }>(stage.leader, 'plans.plan', { planId })
    const letter = { number: '15/MTTQ-BTT', date: today(), fileId: await scan(stage.site, actor) }
    return { sendingId: newId(), kind: 'plan', subjectId: planId, bodyId, step: 'whole', digest, ...letter }
  }),
  'post.record-return': ours(async (stage, actor) => {
    const { planId, paper } = await postedPlan(stage, actor)
    return { kind: 'plan', subjectId: planId, ...paper, reason: 'Chưa phù hợp' }
  }),
  'post.contest-act': {
    may: { partner: leader },
    arrange: async stage => ({ actId: (await countered(stage)).actId, reason: 'Không phải văn bản của chúng tôi' }),
  },
  'post.withdraw-act': ours(async stage => ({ actId: (await countered(stage)).actId })),
  'post.record-agreement': ours(async (stage, actor) => {
    const { planId, paper } = await postedPlan(stage, actor)
    return { kind: 'plan', subjectId: planId, ...paper }
  }),
  'plans.record-paper-answers': ours(async (stage, actor) => {
    const { planId, proposalId, paper } = await postedLine(stage, actor)
    return { planId, ...paper, answers: [{ proposalId, version: 2, returned: 'Cần làm' }] }
  }),
  'plans.record-paper-counter': ours(async (stage, actor) => {
    const { planId, paper } = await postedPlan(stage, actor)
    return { planId, ...paper }
  }),
  'plans.type-paper-line': ours(async stage => {
    const { actId, itemId } = await countered(stage)
    return { proposalId: newId(), actId, item: { itemId, version: 1 }, line: { kind: 'drop' }, reason: 'Theo văn bản' }
  }),
  'exchange.record-paper-receipt': ours(async (stage, actor) => {
    const packageId = await sentPackage(stage)
    const { package: found } = await stage.site.ask<{ package: { programmeId: string } }>(stage.officer, 'exchange.package', {
      packageId,
    })
    await onPaper(stage, found.programmeId)
    const paper = await posted(stage, actor, { kind: 'package', subjectId: packageId })
    return { packageId, version: 2, ...paper, returned: null }
  }),
  'exchange.record-paper-package': ours(async (stage, actor) => {
    const { programmeId, dutyKey, year } = (await owedPackage(stage, stage.actor('partner', 'officer'))).input
    const bodyId = await onPaper(stage, programmeId)
    const { digest: _digest, bodyId: _body, ...paper } = await paperOf(stage.site, actor, { bodyId, digest: '', date: today() })
    return { packageId: newId(), programmeId, dutyKey, year, ...paper, note: '' }
  }),
}
