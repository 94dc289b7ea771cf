import type { Json } from '../../src/engine/db/database.ts'
import { receiptFor } from '../../src/engine/files/file-store.ts'
import { addDays } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { type Actor, ROLES, type Role } from '../../src/kernel/permissions.ts'
import { amendments } from './amendments.ts'
import { byPost } from './by-post.ts'
import { cascadeRows, citingRows, sendingRows } from './cascade.ts'
import { directiveRows } from './directives.ts'
import { dissemination } from './dissemination.ts'
import { issuerRows } from './documents.ts'
import { groups } from './groups.ts'
import { honourRows } from './honours.ts'
import { indicators } from './indicators.ts'
import { mergeRows } from './merging.ts'
import { movementRows } from './movements.ts'
import { negotiation } from './negotiation.ts'
import { outcomeRows } from './outcomes.ts'
import { ownKinds } from './own-kinds.ts'
import { draftPackage, owedPackage, sentPackage } from './packages.ts'
import { paperRows } from './papers.ts'
import { petitionRows } from './petitions.ts'
import { renewalRows } from './renewal.ts'
import { reorganisationRows } from './reorganisation.ts'
import { requests } from './requests.ts'
import { activityInput, SIDES, type Side, type Stage } from './stage.ts'
import { supervisionRows } from './supervision.ts'
import { askedPart, keptVersion, overtakenText, partInput } from './texts.ts'

/** Who succeeds with a command on records of the own side, and how to make such a record and an input for it. */
export type Expected = {
  may: Partial<Record<Side, readonly Role[]>>
  arrange: (stage: Stage, actor: Actor, side: Side) => Promise<Json>
}

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const leader: readonly Role[] = ['leader']
const administrator: readonly Role[] = ['administrator']
const everywhere = (roles: readonly Role[]) => Object.fromEntries(SIDES.map(side => [side, roles]))
const ours = (roles: readonly Role[]) => ({ own: roles })
const parties = (roles: readonly Role[]) => ({ own: roles, partner: roles })
const SHA = 'a'.repeat(64)

const lineFields = { itemId: null, content: 'Nước uống', unit: 'người', quantity: 40, times: 1, norm: 20_000 }
const lineInput = { ...lineFields, basis: null, source: 'own', sourceDetail: null, note: null }
const spendingInput = { amount: 100_000, spentOn: '2026-01-05', note: null, activityId: null }

/** A line of the own side's budget, and what was spent on it where it is asked for. */
async function budgetLine(stage: Stage) {
  const [lineId, spendingId] = [newId(), newId()]
  const { planId } = await stage.plan()
  await stage.as(stage.officer)('plans.add-budget-line', { lineId, planId, ...lineInput })
  return {
    lineId,
    spendingId,
    spend: () => stage.as(stage.officer)('plans.record-spending', { spendingId, lineId, ...spendingInput }),
  }
}

/** Any figure of a report. */
/** A text of both sides, and a comment on it. */
async function remarkable(stage: Stage) {
  const { reviewId } = await stage.proposedReview()
  await stage.as(stage.officer)('reviews.begin-text', { reviewId })
  return { reviewId, quote: 'Thực hiện', note: 'Nêu rõ hơn', replacement: null }
}

async function figureOf(stage: Stage, reviewId: string): Promise<string> {
  const found = await stage.site.ask<{ compiled: { figures: object } }>(stage.officer, 'reviews.review', { reviewId })
  return Object.keys(found.compiled.figures)[0]!
}

const itemFields = (stage: Stage) => ({
  title: 'Mục thử',
  timing: 'due',
  startsOn: null,
  dueOn: '2026-10-01',
  occasion: null,
  leadBodies: [stage.bodyId('own')],
  supportBodies: [stage.bodyId('partner')],
  others: [],
  places: null,
  audience: null,
  target: null,
  product: null,
})

async function agreedDigest(stage: Stage, planId: string): Promise<string> {
  const plan = await stage.site.ask<{ digest: string }>(stage.officer, 'plans.plan', { planId })
  return plan.digest
}

const placeInput = () => ({ placeId: newId(), kind: 'province', name: `Tỉnh ${newId()}` })

// Days and years are decided once for the whole site: each input takes the next.
let taken = 0
const dayInput = () => {
  taken += 1
  const date = addDays('2040-01-02', taken)
  return { dayId: newId(), version: null, date, kind: 'swapped-off', name: 'Nghỉ hoán đổi', decidedBy: 'Thông báo số 01' }
}
const nextDay = () => {
  taken += 1
  return addDays('2040-01-02', taken)
}
const nameInput = () => ({ name: `Cơ quan ${newId()}`, shortName: 'CQ', symbol: 'CQM', place: 'Sơn Hà' })
const feastInput = () => {
  taken += 1
  const year = 2000 + (taken % 100)
  const days = { from: `${year}-10-10`, to: `${year}-10-12` }
  return { confirmationId: newId(), version: null, year, key: 'kate', ...days, source: 'Thông báo số 02' }
}

/** A paper of a time gone by: it gives nobody anything today. */
const PAPER = { number: '02/UQ', paperDate: '2026-01-01', scope: 'Ký thay', acts: ['sign'], from: '2026-01-01', to: '2026-01-31' }

/** The table of rights. A command without a row here fails the test; 'system' commands are refused to everybody. */
export const expected: Record<string, Expected> = {
  'files.keep-upload': {
    may: everywhere([...workers, 'clerk']),
    arrange: async () => ({
      fileId: newId(),
      sha256: SHA,
      size: 3,
      receipt: receiptFor(SHA, 3),
      name: 'a.txt',
      mediaType: 'text/plain',
    }),
  },
  'agencies.create-body': {
    may: everywhere(administrator),
    arrange: async () => ({
      bodyId: newId(),
      name: `Cơ quan ${newId()}`,
      shortName: 'CQ',
      symbol: 'CQM',
      kind: 'state',
      place: 'Sơn Hà',
    }),
  },
  'agencies.rename-body': {
    may: ours(administrator),
    arrange: async stage => ({ nameId: newId(), bodyId: stage.bodyId('own'), ...nameInput(), validFrom: nextDay() }),
  },
  'agencies.take-back-name': {
    may: ours(administrator),
    arrange: async stage => {
      const name = { nameId: newId(), bodyId: stage.bodyId('own') }
      await stage.site.send('system', 'agencies.rename-body', { ...name, ...nameInput(), validFrom: nextDay() })
      return name
    },
  },
  'agencies.change-body': {
    may: ours(administrator),
    arrange: async stage => {
      const { bodies } = await stage.site.ask<{ bodies: { id: string; version: number }[] }>(stage.officer, 'agencies.bodies')
      const { id: bodyId, version } = bodies.find(body => body.id === stage.bodyId('own'))!
      return { bodyId, version, kind: 'front', level: 'province', email: 'mattran@sonha.example' }
    },
  },
  'agencies.end-unit': {
    may: ours(administrator),
    arrange: async stage => {
      const unitId = newId()
      await stage.site.send('system', 'agencies.create-unit', { unitId, bodyId: stage.bodyId('own'), name: `Phòng ${unitId}` })
      return { unitId, version: 1, endedOn: '2026-06-30' }
    },
  },
  'agencies.create-unit': {
    may: ours(administrator),
    arrange: async stage => ({ unitId: newId(), bodyId: stage.bodyId('own'), name: `Phòng ${newId()}` }),
  },
  'agencies.create-account': {
    may: ours(administrator),
    arrange: async stage => ({
      accountId: newId(),
      bodyId: stage.bodyId('own'),
      username: `u${newId().slice(-12)}`,
      displayName: 'Người mới',
      roles: ['officer'],
      password: 'mật khẩu để thử',
    }),
  },
  'agencies.disable-account': {
    may: ours(administrator),
    arrange: async stage => {
      const accountId = newId()
      const account = { bodyId: stage.bodyId('own'), displayName: 'Người nghỉ', roles: ['viewer'], password: 'mật khẩu để thử' }
      await stage.site.send('system', 'agencies.create-account', { accountId, username: `u${accountId.slice(-12)}`, ...account })
      return { accountId }
    },
  },
  'agencies.add-place': { may: everywhere(administrator), arrange: async () => placeInput() },
  'agencies.change-place': {
    may: everywhere(administrator),
    arrange: async stage => {
      const place = placeInput()
      await stage.site.send('system', 'agencies.add-place', place)
      return { ...place, version: 1, validTo: '2026-01-01' }
    },
  },
  'agencies.load-areas': {
    may: everywhere(administrator),
    arrange: async stage => {
      const place = placeInput()
      await stage.site.send('system', 'agencies.add-place', place)
      const decision = { number: '1/QĐ-UBND', date: '2026-01-02', issuer: 'Ủy ban nhân dân tỉnh', validFrom: '2026-01-02' }
      return { loadId: newId(), decision, replaces: false, rows: [{ areaId: newId(), placeId: place.placeId, class: 'border' }] }
    },
  },
  'agencies.map-places': {
    may: everywhere(administrator),
    arrange: async stage => {
      const [old, next] = [placeInput(), placeInput()]
      for (const place of [old, next]) await stage.site.send('system', 'agencies.add-place', place)
      const decision = { number: '1/NQ', date: '2026-01-02', issuer: 'Quốc hội' }
      const rows = [{ placeId: old.placeId, successorId: next.placeId }]
      return { loadId: newId(), decision, effectiveOn: '2026-02-01', rows }
    },
  },
  'agencies.load-places': { may: everywhere(administrator), arrange: async () => ({ loadId: newId(), rows: [placeInput()] }) },
  'agencies.assign-work': {
    may: ours([...workers, 'administrator']),
    arrange: async (stage, actor) => ({
      subjects: [{ kind: 'plan-item', id: (await stage.plan()).itemId }],
      accountId: stage.officer.accountId === actor.accountId ? stage.leader.accountId : stage.officer.accountId,
    }),
  },
  'agencies.reset-second-factor': {
    may: ours(administrator),
    arrange: async stage => {
      const accountId = newId()
      const account = { bodyId: stage.bodyId('own'), displayName: 'Người mất máy', roles: ['clerk'], password: 'mật khẩu để thử' }
      await stage.site.send('system', 'agencies.create-account', { accountId, username: `u${accountId.slice(-12)}`, ...account })
      const sealed = { sealed: 'ab'.repeat(40), replaces: null }
      const session = { sessionId: newId(), accountId, tokenHash: newId().replaceAll('-', '').repeat(2), device: 'thử' }
      await stage.site.send('system', 'agencies.open-session', { ...session, codeStep: 1, enrol: sealed })
      return { accountId }
    },
  },
  'agencies.give-post': {
    may: ours(administrator),
    arrange: async stage => ({
      postId: newId(),
      accountId: stage.officer.accountId,
      title: 'Chuyên viên biệt phái',
      roles: ['officer'],
      to: '2099-12-31',
    }),
  },
  'agencies.end-post': {
    may: ours(administrator),
    arrange: async stage => {
      const postId = newId()
      const post = { postId, accountId: stage.officer.accountId, title: 'Chuyên viên', roles: ['officer'] }
      await stage.site.send('system', 'agencies.give-post', post)
      return { postId, version: 1, toOn: '2099-12-31' }
    },
  },
  'agencies.authorise': {
    may: ours(leader),
    arrange: async stage => ({ authorisationId: newId(), accountId: stage.actor('own', 'viewer').accountId, ...PAPER }),
  },
  'agencies.revoke-authorisation': {
    may: ours(leader),
    arrange: async stage => {
      const authorisationId = newId()
      const accountId = stage.actor('own', 'viewer').accountId
      await stage.as(stage.leader)('agencies.authorise', { authorisationId, accountId, ...PAPER })
      return { authorisationId, version: 1, revoked: true }
    },
  },
  'agencies.take-seat': { may: everywhere(ROLES), arrange: async (_stage, { bodyId }) => ({ bodyId }) },
  'agencies.change-password': {
    may: everywhere(ROLES),
    arrange: async () => ({ old: 'mật khẩu để thử', new: 'mật khẩu để thử' }),
  },
  'agencies.end-session': {
    may: everywhere(ROLES),
    arrange: async (stage, actor) => {
      const sessionId = newId()
      const session = { sessionId, accountId: actor.accountId, tokenHash: newId().replaceAll('-', '').repeat(2), device: 'thử' }
      await stage.site.send('system', 'agencies.open-session', { ...session, codeStep: null, enrol: null })
      return { sessionId }
    },
  },
  'calendar.set-day': { may: everywhere(administrator), arrange: async () => dayInput() },
  'calendar.clear-day': {
    may: everywhere(administrator),
    arrange: async stage => {
      const day = dayInput()
      await stage.site.send('system', 'calendar.set-day', day)
      return { dayId: day.dayId, version: 1 }
    },
  },
  'calendar.confirm-feast': { may: everywhere(workers), arrange: async () => feastInput() },
  'calendar.renew-feed': {
    may: everywhere(ROLES),
    arrange: async () => ({
      feedId: newId(),
      version: null,
      programmeId: null,
      secret: newId().replaceAll('-', '_').padEnd(43, 'x'),
    }),
  },
  'programmes.start-import': {
    may: ours(workers),
    arrange: async stage => ({ draftId: newId(), fileId: await stage.file() }),
  },
  'programmes.mend-reading': {
    may: ours(workers),
    arrange: async stage => ({ ...(await stage.draft()), mend: { kind: 'title', title: 'Tên khác' } }),
  },
  'programmes.stop-scan': { may: ours(workers), arrange: stage => stage.scan(false) },
  'programmes.resume-scan': { may: ours(workers), arrange: stage => stage.scan(true) },
  'programmes.discard-draft': { may: ours(workers), arrange: stage => stage.draft() },
  'programmes.restore-draft': {
    may: ours(workers),
    arrange: async stage => {
      const draft = await stage.draft()
      await stage.as(stage.officer)('programmes.discard-draft', draft)
      return { ...draft, version: draft.version + 1 }
    },
  },
  'programmes.accept-draft': { may: ours(workers), arrange: async stage => ({ ...(await stage.draft()), programmeId: newId() }) },
  ...amendments,
  'plans.draft-plan': {
    may: parties(workers),
    arrange: async stage => ({ planId: newId(), programmeId: await stage.programme(), year: 2026 }),
  },
  'plans.add-item': {
    may: ours(workers),
    arrange: async stage => ({
      itemId: newId(),
      planId: (await stage.privatePlan()).planId,
      clausePath: 'II/1',
      ...itemFields(stage),
    }),
  },
  'plans.change-item': {
    may: ours(workers),
    arrange: async stage => ({ itemId: (await stage.privatePlan()).itemId, version: 1, ...itemFields(stage) }),
  },
  'plans.drop-item': {
    may: ours(workers),
    arrange: async stage => ({ itemId: (await stage.privatePlan()).itemId, version: 1, reason: 'Gộp vào mục khác' }),
  },
  'plans.restore-item': {
    may: ours(workers),
    arrange: async stage => {
      const { itemId } = await stage.privatePlan()
      await stage.as(stage.officer)('plans.drop-item', { itemId, version: 1, reason: 'Gộp' })
      return { itemId, version: 2 }
    },
  },
  'plans.carry-items': {
    may: ours(workers),
    arrange: async stage => {
      const { programmeId, itemId } = await stage.plan()
      const planId = newId()
      await stage.as(stage.officer)('plans.draft-plan', { planId, programmeId, year: 2027 })
      return { planId, reason: 'Chưa bố trí được kinh phí', items: [{ from: itemId, itemId: newId(), dueOn: '2027-03-31' }] }
    },
  },
  ...negotiation,
  ...groups,
  ...requests,
  ...dissemination,
  ...byPost,
  ...indicators,
  ...ownKinds,
  'plans.agree-plan': {
    may: parties(deciders),
    arrange: async stage => {
      const { planId } = await stage.plan()
      return { planId, digest: await agreedDigest(stage, planId) }
    },
  },
  'plans.close-item': {
    may: parties(deciders),
    arrange: async stage => {
      const { activityId, itemId } = await stage.activity()
      await stage.as(stage.officer)('activities.attach-evidence', { activityId, fileId: await stage.file() })
      return { itemId, version: 1 }
    },
  },
  'plans.reopen-item': {
    may: parties(deciders),
    arrange: async stage => {
      const { activityId, itemId } = await stage.activity()
      await stage.as(stage.officer)('activities.attach-evidence', { activityId, fileId: await stage.file() })
      await stage.as(stage.leader)('plans.close-item', { itemId, version: 1 })
      return { itemId, version: 2 }
    },
  },
  'plans.add-budget-line': {
    may: parties(workers),
    arrange: async stage => ({ lineId: newId(), planId: (await stage.plan()).planId, ...lineInput }),
  },
  'plans.change-budget-line': {
    may: ours(workers),
    arrange: async stage => ({ lineId: (await budgetLine(stage)).lineId, version: 1, ...lineInput, norm: 30_000 }),
  },
  'plans.remove-budget-line': {
    may: ours(workers),
    arrange: async stage => ({ lineId: (await budgetLine(stage)).lineId, version: 1 }),
  },
  'plans.record-spending': {
    may: ours(workers),
    arrange: async stage => ({ spendingId: newId(), lineId: (await budgetLine(stage)).lineId, ...spendingInput }),
  },
  'plans.remove-spending': {
    may: ours(workers),
    arrange: async stage => {
      const { spendingId, spend } = await budgetLine(stage)
      await spend()
      return { spendingId }
    },
  },
  'activities.record-activity': {
    may: parties(workers),
    arrange: async stage => {
      const { programmeId, itemId } = await stage.plan()
      return { ...activityInput(programmeId, itemId), activityId: newId(), title: 'Lớp tập huấn' }
    },
  },
  'activities.change-activity': {
    may: ours(workers),
    arrange: async stage => {
      const { activityId, programmeId: _programme, itemId } = await stage.activity()
      const { programmeId: _same, ...fields } = activityInput(_programme, itemId)
      return { ...fields, activityId, version: 1, title: 'Tên khác' }
    },
  },
  ...mergeRows,
  'activities.remove-activity': {
    may: ours(workers),
    arrange: async stage => ({ activityId: (await stage.activity()).activityId, version: 1 }),
  },
  'activities.restore-activity': {
    may: ours(workers),
    arrange: async stage => {
      const { activityId } = await stage.activity()
      await stage.as(stage.officer)('activities.remove-activity', { activityId, version: 1 })
      return { activityId, version: 2 }
    },
  },
  'activities.attach-evidence': {
    may: ours(workers),
    arrange: async stage => ({ activityId: (await stage.activity()).activityId, fileId: await stage.file() }),
  },
  'activities.protect-evidence': {
    may: ours(workers),
    arrange: async (stage, actor, side) => {
      const { activityId } = await stage.activity()
      // Of the own side the person marks what was handed in by their unit: here, by themself.
      const recorder = side === 'own' && workers.some(role => actor.roles.includes(role)) ? actor : stage.officer
      const fileId = await stage.file(recorder)
      await stage.as(stage.officer)('activities.attach-evidence', { activityId, fileId })
      return { activityId, fileId, personal: true }
    },
  },
  'activities.remove-evidence': {
    may: ours(workers),
    arrange: async stage => {
      const { activityId } = await stage.activity()
      const fileId = await stage.file()
      await stage.as(stage.officer)('activities.attach-evidence', { activityId, fileId })
      return { activityId, fileId }
    },
  },
  ...petitionRows,
  ...supervisionRows,
  ...movementRows,
  ...outcomeRows,
  ...cascadeRows,
  ...citingRows,
  ...sendingRows,
  ...renewalRows,
  ...paperRows,
  ...honourRows,
  ...directiveRows,
  ...reorganisationRows,
  ...issuerRows,
  'exchange.assemble-package': {
    may: parties(workers),
    arrange: async (stage, actor) => (await owedPackage(stage, actor)).input,
  },
  'exchange.change-package': {
    may: ours(workers),
    arrange: async stage => ({ packageId: (await draftPackage(stage)).packageId, version: 1, note: 'Viết lại' }),
  },
  'exchange.submit-package': {
    may: ours(workers),
    arrange: async stage => ({ clearanceId: newId(), packageId: (await draftPackage(stage)).packageId }),
  },
  'exchange.approve-package': {
    may: ours(deciders),
    arrange: async (stage, actor) => ({ clearanceId: newId(), ...(await draftPackage(stage, { seenBy: actor })) }),
  },
  // What a leader has approved goes out by a leader or the clerk, and by nobody else.
  'exchange.send-package': {
    may: ours([...deciders, 'clerk']),
    arrange: async stage => ({ ...(await draftPackage(stage, { approved: true })), version: 1 }),
  },
  'exchange.receive-package': {
    may: { partner: [...workers, 'clerk'] },
    arrange: async stage => ({ packageId: await sentPackage(stage), version: 2 }),
  },
  'exchange.return-package': {
    may: { partner: [...workers, 'clerk'] },
    arrange: async stage => ({ packageId: await sentPackage(stage), version: 2, reason: 'Thiếu số liệu' }),
  },
  'reviews.open-review': {
    may: parties(workers),
    arrange: async stage => ({ reviewId: newId(), programmeId: await stage.programme(), kind: 'half-year', year: 2026, half: 1 }),
  },
  'reviews.write-text': {
    may: ours(workers),
    arrange: async stage => {
      const { reviewId, version } = await stage.review('lessons')
      return { reviewId, version, section: 'lessons', text: 'Bài học' }
    },
  },
  'reviews.submit-review': {
    may: ours(workers),
    arrange: async stage => ({ clearanceId: newId(), reviewId: (await stage.review()).reviewId }),
  },
  'reviews.clear-submission': {
    may: ours(deciders),
    arrange: async stage => {
      const clearanceId = newId()
      await stage.as(stage.officer)('reviews.submit-review', { clearanceId, reviewId: (await stage.review()).reviewId })
      return { clearanceId, version: 1 }
    },
  },
  'reviews.withdraw-clearing': {
    may: ours(deciders),
    arrange: async (stage, actor) => {
      const clearanceId = newId()
      await stage.as(stage.officer)('reviews.submit-review', { clearanceId, reviewId: (await stage.review()).reviewId })
      const cleared = { state: 'cleared', decided_by: actor.accountId, decided_at: new Date() }
      await stage.site.engine.database.write('system', tx =>
        tx.updateTable('clearance').set(cleared).where('id', '=', clearanceId).execute(),
      )
      return { clearanceId, version: 1 }
    },
  },
  'reviews.propose-review': {
    may: ours(deciders),
    arrange: async stage => {
      const { reviewId, version } = await stage.review()
      return { reviewId, version }
    },
  },
  'reviews.take-back': {
    may: ours(deciders),
    arrange: async stage => {
      const { reviewId, version } = await stage.proposedReview()
      return { reviewId, version }
    },
  },
  'reviews.dispute-figure': {
    may: parties(workers),
    arrange: async stage => {
      const { reviewId } = await stage.proposedReview()
      return { disputeId: newId(), reviewId, figureId: await figureOf(stage, reviewId), note: 'Thiếu một lớp' }
    },
  },
  'reviews.close-dispute': {
    may: ours(workers),
    arrange: async stage => {
      const [{ reviewId }, disputeId] = [await stage.proposedReview(), newId()]
      const said = { figureId: await figureOf(stage, reviewId), note: 'Thiếu một lớp' }
      await stage.as(stage.officer)('reviews.dispute-figure', { disputeId, reviewId, ...said })
      return { disputeId }
    },
  },
  'reviews.follow-review': {
    may: parties(workers),
    arrange: async stage => {
      const { reviewId } = await stage.proposedReview()
      const { digest } = await stage.site.ask<{ digest: string }>(stage.officer, 'reviews.review', { reviewId })
      for (const body of ['own', 'partner'] as const)
        await stage.as(stage.actor(body, 'leader'))('reviews.freeze-review', { reviewId, digest })
      return { reviewId: newId(), follows: reviewId, how: 'supplements' }
    },
  },
  'reviews.begin-text': {
    may: parties(workers),
    arrange: async stage => ({ reviewId: (await stage.proposedReview()).reviewId }),
  },
  'reviews.raise-remark': {
    may: parties(workers),
    arrange: async stage => ({ remarkId: newId(), ...(await remarkable(stage)) }),
  },
  'reviews.close-remark': {
    may: parties(workers),
    arrange: async stage => {
      const remarkId = newId()
      await stage.as(stage.officer)('reviews.raise-remark', { remarkId, ...(await remarkable(stage)) })
      return { remarkId, outcome: 'settled' }
    },
  },
  'reviews.take-compiled': { may: parties(workers), arrange: overtakenText },
  'reviews.save-version': {
    may: parties(workers),
    arrange: async stage => {
      const { reviewId } = await remarkable(stage)
      return { versionId: newId(), reviewId, name: 'Trước hội nghị' }
    },
  },
  'reviews.restore-version': {
    may: parties(workers),
    arrange: async stage => {
      const { versionId: restores } = await keptVersion(stage, 'Trước hội nghị')
      return { versionId: newId(), beforeId: newId(), restores }
    },
  },
  'reviews.ask-part': {
    may: parties(workers),
    arrange: async (stage, _actor, side) => ({
      ...(await partInput(stage, side)),
      reviewId: (await keptVersion(stage, '-')).reviewId,
    }),
  },
  'reviews.hand-in-part': {
    may: ours(workers),
    arrange: async stage => ({ partId: await askedPart(stage), version: 1, text: 'Phân công rõ.' }),
  },
  'reviews.return-part': {
    may: ours(workers),
    arrange: async stage => {
      const partId = await askedPart(stage)
      await stage.as(stage.officer)('reviews.hand-in-part', { partId, version: 1, text: '' })
      return { partId, version: 2, reason: 'Thiếu số liệu' }
    },
  },
  'reviews.drop-part': {
    may: ours(workers),
    arrange: async stage => ({ partId: await askedPart(stage), version: 1 }),
  },
  'reviews.withdraw-agreement': {
    may: parties(deciders),
    arrange: async (stage, _actor, side) => {
      const { reviewId } = await stage.proposedReview()
      const { digest } = await stage.site.ask<{ digest: string }>(stage.officer, 'reviews.review', { reviewId })
      const agreeing = stage.actor(side === 'partner' ? 'partner' : 'own', 'leader')
      await stage.as(agreeing)('reviews.freeze-review', { reviewId, digest })
      return { reviewId }
    },
  },
  'reviews.freeze-review': {
    may: parties(deciders),
    arrange: async stage => {
      const { reviewId } = await stage.proposedReview()
      const { digest } = await stage.site.ask<{ digest: string }>(stage.officer, 'reviews.review', { reviewId })
      return { reviewId, digest }
    },
  },
  'reminders.change-settings': {
    may: everywhere(ROLES),
    arrange: async () => ({
      version: null,
      byMail: false,
      inApplication: true,
      address: null,
      daysBefore: [7],
      onDay: true,
      afterDue: true,
      quiet: null,
      digestAt: '07:30',
    }),
  },
  'reminders.change-escalation': { may: everywhere(leader), arrange: async () => ({ version: null, days: 7 }) },
  'reminders.mark-read': {
    may: everywhere(ROLES),
    arrange: async (stage, actor) => {
      taken += 1
      const owner = { accountId: actor.accountId, day: addDays('2040-01-02', taken) }
      const digest = { digestId: newId(), ...owner, address: null, inApplication: true }
      const notice = { key: newId(), stage: 'on-day', title: 'Việc thử', context: '', address: '/lich', dueOn: '2026-10-01' }
      await stage.site.send('system', 'reminders.claim-digest', { ...digest, notices: [notice] })
      const { notices } = await stage.site.ask<{ notices: { id: string }[] }>(actor, 'reminders.mine')
      return { noticeIds: notices.map(one => one.id), read: true }
    },
  },
}
