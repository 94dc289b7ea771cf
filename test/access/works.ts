import type { Json } from '../../src/engine/db/database.ts'
import { disclose } from '../../src/engine/runner.ts'
import { smallReading } from '../../src/features/programmes/fixtures/small-reading.ts'
import { vietnamDate } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertTemplate } from '../harness/cascade.ts'
import { directiveInput, ELEMENT } from '../harness/directives.ts'
import { benefitInput, gatheringInput, listInput, nominationInput, roundInput } from '../harness/honours.ts'
import { campaignInput } from '../harness/movements.ts'
import { outcomeInput } from '../harness/outcomes.ts'
import { kindInput } from '../harness/own-kinds.ts'
import { petitionInput } from '../harness/petitions.ts'
import { insertProgramme } from '../harness/programme.ts'
import { boardInput, constructionInput, stepFields } from '../harness/supervision.ts'
import { upperText } from './cascade.ts'
import { type Agency, leaks, upload, type World } from './world.ts'

/** A programme of some agencies, and what of it is taken already. */
export type Joint = { id: string; parties: Agency[]; plans: Plan[]; taken: Set<string>; years: number }
type Plan = { id: string; itemId: string; state: 'private' | 'draft' | 'agreed'; year: number; owner: string; readers: string[] }
/** One piece of work: which side does it and how far it goes. */
export type Work = { kind: WorkKind; side: number; stage: number }

const AT = new Date('2026-03-01T00:00:00Z')
const idsOf = (agencies: readonly Agency[]) => agencies.map(agency => agency.id)
const oneOf = <T>(list: readonly T[], at: number): T => list[at % list.length]!

/** A programme with a commitment to inform every year, marked in all its parts. */
export async function joinIn(world: World, parties: Agency[]): Promise<Joint> {
  const readers = idsOf(parties)
  const word = (kind: string) => world.mark(kind, readers)
  const text = `Hằng năm trao đổi ${word('commitment')}`
  const every = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const commitment = { path: 'II/1', text, lead: readers, schedules: [every], topics: ['information' as const] }
  const { id } = await insertProgramme(world.site, [commitment], { parties: readers, from: 2025, to: 2034 })
  await world.write(async tx => {
    const none = { parent: null, citations: [], focalUnits: [], signatories: [], signatures: [] }
    const details = JSON.stringify({ ...none, recipients: [word('recipients')] })
    await tx
      .updateTable('programme')
      .set({ title: `Chương trình ${word('programme')}`, details })
      .where('id', '=', id)
      .execute()
  })
  // Nobody but the owner of the database changes a signed text.
  await world.site.engine.database.pool.query('UPDATE clause SET text = $1 WHERE programme_id = $2', [word('clause'), id])
  world.note('programmeId', id)
  return { id, parties, plans: [], taken: new Set(), years: 2026 }
}

async function addPlan(world: World, joint: Joint, side: Agency, state: Plan['state']): Promise<Plan> {
  const readers = state === 'private' ? [side.id] : idsOf(joint.parties)
  const word = (kind: string) => `Việc ${world.mark(`${state} plan ${kind}`, readers)}`
  const plan: Plan = { id: newId(), itemId: newId(), state, year: joint.years++, owner: side.id, readers }
  const shared = state === 'private' ? null : AT
  await world.write(async tx => {
    const about = { programme_id: joint.id, year: plan.year, state, owner_body: side.id, created_at: AT, shared_at: shared }
    await tx
      .insertInto('plan')
      .values({ id: plan.id, ...about })
      .execute()
    await tx
      .insertInto('plan_item')
      .values({
        id: plan.itemId,
        plan_id: plan.id,
        programme_id: joint.id,
        clause_path: 'II/1',
        position: 1,
        title: word('title'),
        product: word('product'),
        lead_bodies: [side.id],
        support_bodies: [],
        timing: 'due',
        due_on: `${plan.year}-01-05`,
      })
      .execute()
  })
  world.note('planId', plan.id)
  world.note('itemId', plan.itemId)
  joint.plans.push(plan)
  return plan
}

const sharedPlan = async (world: World, joint: Joint, side: Agency): Promise<Plan> =>
  joint.plans.find(plan => plan.state !== 'private') ?? addPlan(world, joint, side, 'draft')

async function addActivity(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const readers = idsOf(joint.parties)
  const plan = await sharedPlan(world, joint, side)
  const word = (kind: string) => world.mark(`activity ${kind}`, readers)
  const activityId = world.note('activityId', newId())
  await world.as(side.actor)('activities.record-activity', {
    activityId,
    programmeId: joint.id,
    itemIds: [plan.itemId],
    kind: 'training',
    title: `Lớp ${word('title')}`,
    heldOn: oneOf(['2025-05-12', '2026-03-12'], stage),
    place: `Xã ${word('place')}`,
    note: word('note'),
    count: { value: 1 + stage, unit: 'lớp' },
    money: 1_000_000 + stage,
    fileIds: stage % 2 ? [await upload(world, side.actor, 'evidence', readers)] : [],
  })
  if (stage % 5 === 4) await world.as(side.actor)('activities.remove-activity', { activityId, version: 1 })
}

/** A file with data of persons under an activity, and a reading of it with a reason. */
async function addPersonal(world: World, joint: Joint, side: Agency): Promise<void> {
  const plan = await sharedPlan(world, joint, side)
  const activityId = world.note('activityId', newId())
  const fileId = await upload(world, side.actor, 'personal file', [side.id], true)
  await world.as(side.actor)('activities.record-activity', {
    activityId,
    programmeId: joint.id,
    itemIds: [plan.itemId],
    kind: 'training',
    title: 'Lớp tập huấn',
    heldOn: '2026-03-12',
    place: 'Xã Đăk Mây',
    personalFileIds: [fileId],
  })
  const purpose = `Đọc để ${world.mark('purpose of a reading', [side.id])}`
  await disclose(world.site.engine, side.actor, purpose, async () => ({ answer: null, subject: { kind: 'file', id: fileId } }))
}

const PERIODS = [
  { kind: 'year', year: 2025 },
  { kind: 'half-year', year: 2026, half: 1 },
  { kind: 'half-year', year: 2025, half: 1 },
]
const ASKED = ['difficulties', 'causes-objective', 'causes-subjective', 'leadership', 'strengths', 'directions']

async function addReview(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const own = stage % 3 === 0
  // One report of a period lies before the parties; each side may keep a draft of it.
  const keys = ({ kind, year }: (typeof PERIODS)[number]) => [`${kind} ${year} ${side.id}`, ...(own ? [] : [`${kind} ${year}`])]
  const period = PERIODS.find(one => !keys(one).some(key => joint.taken.has(key)))
  if (!period) return
  for (const key of keys(period)) joint.taken.add(key)
  const reviewId = world.note('reviewId', newId())
  const readers = own ? [side.id] : idsOf(joint.parties)
  await world.as(side.actor)('reviews.open-review', { reviewId, programmeId: joint.id, ...period })
  for (const [at, section] of (own ? ASKED.slice(0, 1) : ASKED).entries()) {
    const text = `Nội dung ${world.mark(own ? 'draft review' : 'proposed review', readers)}.`
    await world.as(side.actor)('reviews.write-text', { reviewId, version: at + 1, section, text })
  }
  if (!own) await world.as(side.actor)('reviews.propose-review', { reviewId, version: ASKED.length + 1 })
  if (stage % 3 === 1) await beginText(world, side, { reviewId, readers })
  if (!own) await disputeFigure(world, side, { reviewId, readers })
  if (stage % 3 !== 2) return
  for (const { actor } of joint.parties) {
    const { digest } = await world.site.ask<{ digest: string }>(actor, 'reviews.review', { reviewId })
    await world.as(actor)('reviews.freeze-review', { reviewId, digest })
  }
}

/** The sides write together, and one says something of a place. */
async function beginText(world: World, side: Agency, { reviewId, readers }: { reviewId: string; readers: readonly string[] }) {
  await world.as(side.actor)('reviews.begin-text', { reviewId })
  const remark = { quote: 'Thực hiện', note: `Xem lại ${world.mark('remark', [...readers])}`, replacement: null }
  await world.as(side.actor)('reviews.raise-remark', { remarkId: newId(), reviewId, ...remark })
  const name = `Bản ${world.mark('text version', [...readers])}`
  await world.as(side.actor)('reviews.save-version', { versionId: world.note('versionId', newId()), reviewId, name })
  const { units } = await world.site.ask<{ units: { id: string }[] }>(side.actor, 'reviews.asked-parts', { reviewId })
  const asked = { place: 'lessons', unitId: units[0]!.id, dueOn: '2099-01-01', note: world.mark('part asked', [side.id]) }
  await world.as(side.actor)('reviews.ask-part', { partId: world.note('partId', newId()), reviewId, ...asked })
}

/** A side says that a figure is wrong, and takes it back. */
async function disputeFigure(
  world: World,
  side: Agency,
  { reviewId, readers }: { reviewId: string; readers: readonly string[] },
) {
  const found = await world.site.ask<{ compiled: { figures: object } }>(side.actor, 'reviews.review', { reviewId })
  const [figureId] = Object.keys(found.compiled.figures)
  if (!figureId) return
  const disputeId = newId()
  const note = `Thiếu ${world.mark('figure dispute', [...readers])}`
  await world.as(side.actor)('reviews.dispute-figure', { disputeId, reviewId, figureId, note })
  await world.as(side.actor)('reviews.close-dispute', { disputeId })
}

type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string }> }[] }

async function addPackage(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const { rows } = await world.site.ask<Matrix>(side.actor, 'exchange.matrix', { programmeId: joint.id, year: 2025 })
  const keys = rows.filter(row => row.from === side.id).flatMap(row => Object.values(row.cells).map(cell => cell.dutyKey))
  const dutyKey = keys.find(key => !joint.taken.has(key))
  if (!dutyKey) return
  joint.taken.add(dutyKey)
  const to = joint.parties.find(party => dutyKey.endsWith(party.id))!
  const kind = stage % 3 === 0 ? 'draft package' : 'sent package'
  const readers = stage % 3 === 0 ? [side.id] : [side.id, to.id]
  const packageId = world.note('packageId', newId())
  const fileIds = [await upload(world, side.actor, `file of a ${kind}`, readers)]
  const note = `Lời ${world.mark(kind, readers)}`
  await world.as(side.actor)('exchange.assemble-package', {
    packageId,
    programmeId: joint.id,
    dutyKey,
    year: 2025,
    note,
    fileIds,
  })
  if (stage % 3 === 0) return
  const { digest } = await world.site.ask<{ digest: string }>(side.actor, 'exchange.package', { packageId })
  await world.as(side.actor)('exchange.send-package', { packageId, version: 1, digest })
  if (stage % 3 === 1) return
  const reason = `Thiếu ${world.mark('returned package', readers)}`
  await world.as(to.actor)('exchange.return-package', { packageId, version: 2, reason })
}

async function addDraft(world: World, _joint: Joint, side: Agency): Promise<void> {
  const word = () => world.mark('import', [side.id])
  const file = await upload(world, side.actor, 'imported file', [side.id])
  const clauses = smallReading.clauses.map(clause => ({ ...clause, text: `${clause.text} ${word()}` }))
  const reading = JSON.stringify({ ...smallReading, title: `Chương trình ${word()}`, clauses })
  await world.write(tx =>
    tx
      .insertInto('import_draft')
      .values({
        id: world.note('draftId', newId()),
        owner_body: side.id,
        created_by: side.actor.accountId,
        created_at: AT,
        file_id: file,
        file_name: `${word()}.txt`,
        state: 'read',
        source: JSON.stringify({ format: 'txt', text: word(), pages: 1, notes: [] }),
        machine: reading,
        reading,
      })
      .execute(),
  )
}

async function addBudget(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const plan = stage % 2 ? await addPlan(world, joint, side, 'private') : await sharedPlan(world, joint, side)
  const word = (kind: string) => world.mark(`${kind} of a ${plan.state === 'private' ? 'private' : 'shared'} plan`, plan.readers)
  const line = newId()
  await world.write(async tx => {
    await tx
      .insertInto('budget_line')
      .values(lineOf(line, joint, plan, side, word('budget line')))
      .execute()
    await tx
      .insertInto('budget_spending')
      .values({
        id: newId(),
        line_id: line,
        plan_id: plan.id,
        programme_id: joint.id,
        body_id: side.id,
        amount: 1,
        spent_on: `${plan.year}-03-01`,
        note: word('spending'),
        created_at: AT,
      })
      .execute()
  })
}

const lineOf = (id: string, joint: Joint, plan: Plan, side: Agency, content: string) => ({
  id,
  plan_id: plan.id,
  programme_id: joint.id,
  body_id: side.id,
  position: Number.parseInt(id.slice(9, 13), 16),
  content,
  unit: 'suất',
  quantity: 2,
  norm: 50_000,
  source: 'own',
  created_at: AT,
})

async function addProposal(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const plan = await addPlan(world, joint, side, 'draft')
  const shared = stage % 2 === 1
  const reason = world.mark(shared ? 'shared proposal' : 'own proposal', shared ? plan.readers : [side.id])
  const proposalId = newId()
  const item = { itemId: plan.itemId, version: 1 }
  await world.as(side.actor)('plans.propose-line', { proposalId, planId: plan.id, item, line: { kind: 'drop' }, reason })
  if (!shared) return
  const { outgoing } = await world.site.ask<{ outgoing: { digest: string } }>(side.actor, 'plans.plan', { planId: plan.id })
  await world.as(side.actor)('plans.share-proposals', { planId: plan.id, digest: outgoing.digest })
}

/** How the duty of the programme is measured: kept by its side, or shared with the others. */
async function addIndicator(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  if (joint.taken.has(`indicator ${side.id}`)) return
  joint.taken.add(`indicator ${side.id}`)
  const shared = stage % 2 === 1
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const word = (kind: string) => world.mark(`${shared ? 'shared' : 'own'} indicator ${kind}`, readers)
  type Duties = { duties: { id: string }[] }
  const { duties } = await world.site.ask<Duties>(side.actor, 'plans.indicators', { programmeId: joint.id })
  const indicatorId = world.note('indicatorId', newId())
  const fields = { unit: 'lớp', min: 2, max: null, per: 'year', evidence: word('evidence'), reason: word('reason') }
  await world.as(side.actor)('plans.propose-indicator', { indicatorId, commitmentId: duties[0]!.id, ...fields })
  if (shared) await world.as(side.actor)('plans.share-indicator', { indicatorId, version: 1 })
}

/** A kind of work for the programme: kept by its side, sent to the others, or agreed by all. */
async function addOwnKind(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  if (joint.taken.has(`own-kind ${side.id}`)) return
  joint.taken.add(`own-kind ${side.id}`)
  const shared = stage % 2 === 1
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const word = (kind: string) => world.mark(`${shared ? 'shared' : 'own'} kind ${kind}`, readers)
  const said = { name: `Loại ${word('name')}`, explanation: word('explanation'), reason: word('reason') }
  const input = kindInput(joint.id, said)
  const kindId = world.note('kindId', input.kindId)
  await world.as(side.actor)('activities.propose-kind', input)
  if (!shared) return
  type Known = { programmes: { kinds: { versions: { id: string; digest: string }[] }[] }[] }
  const { programmes } = await world.site.ask<Known>(side.actor, 'activities.own-kinds', {})
  const all = programmes.flatMap(one => one.kinds).flatMap(one => one.versions)
  const { digest } = all.find(one => one.id === kindId)!
  await world.as(side.actor)('activities.share-kind', { kindId, version: 1, digest })
}

async function addFeed(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const programmeId = stage % 2 ? joint.id : null
  if (joint.taken.has(`feed ${side.id} ${programmeId}`) || (!programmeId && side.feeds.length > 0)) return
  joint.taken.add(`feed ${side.id} ${programmeId}`)
  const secret = newId().replaceAll('-', '').padEnd(43, 'x')
  await world.as(side.actor)('calendar.renew-feed', { feedId: newId(), version: null, programmeId, secret })
  side.feeds.push(secret)
}

async function addMeeting(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const own = stage % 3 === 0
  const readers = own ? [side.id] : idsOf(joint.parties)
  const word = (kind: string) => world.mark(`${own ? 'draft' : 'proposed'} ${kind}`, readers)
  const [meetingId, conclusionId] = [world.note('meetingId', newId()), newId()]
  const minutesFile = await upload(world, side.actor, 'minutes', readers)
  const as = world.as(side.actor)
  const about = { heldOn: '2026-02-10', place: word('meeting place'), chairedBy: side.id, minutesFile }
  const one = {
    conclusionId,
    text: word('conclusion'),
    leadBody: side.id,
    supportBodies: [],
    dueOn: '2026-02-20',
    clausePath: null,
  }
  const told = { agenda: word('agenda'), notes: word('minutes'), conclusions: [one] }
  await as('groups.record-meeting', { meetingId, programmeId: joint.id, ...about, ...told })
  if (own) return
  const { digest } = await world.site.ask<{ digest: string }>(side.actor, 'groups.meeting', { meetingId })
  await as('groups.propose-meeting', { meetingId, digest })
  if (stage % 3 === 1) return
  for (const { id, actor } of joint.parties)
    if (id !== side.id) await world.as(actor)('groups.agree-meeting', { meetingId, digest })
  await as('groups.move-conclusion', { conclusionId, version: 1, state: 'going-on', result: word('result') })
}

async function addGroup(world: World, joint: Joint, side: Agency): Promise<void> {
  const word = (kind: string) => world.mark(kind, idsOf(joint.parties))
  const as = world.as(side.actor)
  const post = { holderPost: '', deputyPost: '', email: '', fromOn: '2026-01-12', toOn: null }
  const focal = { unit: word('focal unit'), holder: word('holder'), deputy: word('deputy'), phone: word('office phone'), ...post }
  await as('groups.name-focal-point', { focalPointId: newId(), programmeId: joint.id, ...focal })
  if (joint.taken.has('group')) return
  joint.taken.add('group')
  const groupId = newId()
  const fileId = await upload(world, side.actor, 'founding paper', idsOf(joint.parties))
  await as('groups.found-group', { groupId, programmeId: joint.id, number: word('founding'), decidedOn: '2026-01-20', fileId })
  const member = { name: word('member'), post: '', role: 'head', fromOn: '2026-01-20', toOn: null }
  await as('groups.add-member', { memberId: newId(), groupId, ...member })
}

/** Kept, sent, or agreed and signed: each changes a programme of its own words. */
async function addAmendment(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const own = stage % 3 === 0
  const readers = own ? [side.id] : idsOf(joint.parties)
  const word = (kind: string) => world.mark(`${own ? 'own' : 'shared'} amendment ${kind}`, readers)
  const amendmentId = world.note('amendmentId', newId())
  const text = `Khảo sát ${word('text')}`
  const none = { lead: [], support: [], others: [], advises: [], schedules: [], targets: [], topics: [] }
  const duties = [{ ...none, text, deadline: null, product: null }]
  const change = { kind: 'add', parent: null, after: 'II/1', label: `${joint.years++}.`, text, duties }
  const content = { effectiveOn: '2027-01-01', reason: word('reason'), changes: [change] }
  await world.as(side.actor)('programmes.draft-amendment', { amendmentId, programmeId: joint.id, counters: null, ...content })
  if (own) return
  const step = async (actor: Agency['actor'], name: string, more: Record<string, string> = {}) => {
    const found = await world.site.ask<{ amendment: { version: number; digest: string } }>(actor, 'programmes.amendment', {
      amendmentId,
    })
    const { version, digest } = found.amendment
    await world.as(actor)(`programmes.${name}`, {
      amendmentId,
      version,
      ...(name === 'record-signing' ? {} : { digest }),
      ...more,
    })
  }
  await step(side.actor, 'share-amendment')
  if (stage % 3 === 1) return
  for (const party of joint.parties) if (party.id !== side.id) await step(party.actor, 'agree-amendment')
  const fileId = await upload(world, side.actor, 'signed amendment', readers)
  await step(side.actor, 'record-signing', { number: `${word('number')}/CTrPH`, signedOn: '2026-11-20', fileId })
}

async function addDissemination(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const word = (kind: string) => world.mark(kind, [side.id])
  const as = world.as(side.actor)
  const disseminationId = world.note('disseminationId', newId())
  const file = { kind: 'file', id: stage === 0 ? await upload(world, side.actor, 'paper to read', [side.id]) : '' }
  const subject = stage === 0 ? file : { kind: 'programme', id: joint.id }
  const about = { subject, unitIds: [], note: word('what to read'), dueOn: '2026-12-20' }
  await as('dissemination.send-dissemination', { disseminationId, ...about })
  if (stage % 2) await as('dissemination.confirm-reading', { disseminationId })
}

async function addRequest(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const own = stage % 3 === 0
  const signer = stage % 2 ? null : joint.parties.find(party => party.id !== side.id)
  const readers = own ? [side.id, ...(signer ? [signer.id] : [])] : idsOf(joint.parties)
  const word = (kind: string) => world.mark(`${own ? 'draft' : 'sent'} ${kind}`, readers)
  const as = world.as(side.actor)
  const requestId = world.note('requestId', newId())
  const asked = {
    toName: word('addressee'),
    toBody: null,
    content: word('request'),
    clausePath: 'II/1',
    signedWith: own && signer ? [signer.id] : [],
  }
  await as('exchange.draft-request', { requestId, programmeId: joint.id, ...asked })
  if (own) return signer ? proposeRequest(world, side, requestId) : undefined
  const fileId = await upload(world, side.actor, 'letter', readers)
  await as('exchange.send-request', {
    requestId,
    version: 1,
    number: word('number'),
    sentOn: '2026-02-02',
    dueOn: '2026-03-02',
    fileId,
  })
  if (stage % 3 === 1) return
  const told = { answer: 'partly', number: '', answeredOn: '2026-02-20', fileId: null, summary: word('answer') }
  await as('exchange.answer-request', { requestId, version: 2, ...told })
}

/** Put before the other signer, and known to no third party. */
async function proposeRequest(world: World, side: Agency, requestId: string): Promise<void> {
  const { digest } = await world.site.ask<{ digest: string }>(side.actor, 'exchange.request', { requestId })
  await world.as(side.actor)('exchange.propose-request', { requestId, version: 1, digest })
}

async function addPetition(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const shared = stage % 3 === 1
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const word = (kind: string, who: readonly string[]) => world.mark(`petition ${kind}`, who)
  const input = petitionInput(world.places.villageId, {
    subject: `Đường ${word(shared ? 'shared subject' : 'own subject', readers)}`,
    text: `Nội dung ${word('text', [side.id])}`,
    programmeId: joint.id,
  })
  const petitionId = world.note('petitionId', input.petitionId)
  await world.as(side.actor)('petitions.record-petition', input)
  if (shared) return void (await world.as(side.actor)('petitions.share-petition', { petitionId, version: 1 }))
  const sender = `Người ${word('sender', [side.id])}`
  await world.as(side.actor)('petitions.keep-sender', { petitionId, version: 1, sender })
  if (stage % 3 === 0) return
  const reason = { day: '2026-03-03', summary: `Trả lại vì ${word('step', [side.id])}` }
  await world.as(side.actor)('petitions.return-petition', { petitionId, version: 2, stepId: newId(), ...reason })
}

async function addSupervision(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const shared = stage % 3 === 1
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const word = (kind: string) => world.mark(`supervision ${shared ? 'shared' : 'own'} ${kind}`, readers)
  const send = world.as(side.actor)
  const work = constructionInput(world.places.villageId, { name: `Đường ${word('work')}`, investor: word('investor') })
  world.note('constructionId', work.constructionId)
  await send('supervision.register-construction', work)
  const said = { title: `Giám sát ${word('title')}`, content: word('content'), programmeId: joint.id }
  const plan = boardInput(work.constructionId, said)
  const supervisionId = world.note('supervisionId', plan.supervisionId)
  await send('supervision.plan-supervision', plan)
  const step = (version: number) => ({ supervisionId, version, stepId: newId() })
  await send('supervision.notify-owner', {
    ...step(1),
    ...stepFields('notify-owner'),
    addressee: word('addressee'),
    day: '2026-02-27',
  })
  if (stage % 3 === 2) return
  await send('supervision.record-visit', { ...step(2), day: '2026-02-28', summary: word('visit') })
  if (shared) await send('supervision.share-supervision', { supervisionId, version: 3 })
}

async function addMovement(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const shared = stage % 3 === 1
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const word = (kind: string) => world.mark(`movement ${shared ? 'shared' : 'own'} ${kind}`, readers)
  const measureId = newId()
  const input = campaignInput({
    title: `Phong trào ${word('title')}`,
    content: word('content'),
    measures: [{ measureId, name: word('measure'), unit: 'hộ' }],
    programmeId: joint.id,
  })
  const movementId = world.note('movementId', input.movementId)
  const send = world.as(side.actor)
  await send('movements.register-movement', input)
  const figures = [{ measureId, value: 12 + stage }]
  const report = { year: 2025, reportedOn: '2025-12-02', figures, said: word('year') }
  await send('movements.report-year', { movementId, version: 1, ...report })
  if (shared) await send('movements.share-movement', { movementId, version: 2 })
}

/** A paper of the side: a draft that only it sees, or one that is frozen for every party to sign. */
async function addOfficialPaper(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const frozen = stage % 2 === 1
  const readers = frozen ? idsOf(joint.parties) : [side.id]
  const fileId = await upload(world, side.actor, `paper ${frozen ? 'frozen' : 'draft'}`, readers)
  const paperId = world.note('paperId', newId())
  const subject = world.mark(`paper ${frozen ? 'frozen' : 'draft'} subject`, readers)
  const by = { created_by: side.actor.accountId, created_at: AT }
  const about = { body_id: side.id, source_kind: 'file', source_id: fileId, kind: 'BC', type_name: 'Báo cáo', subject }
  const printed = { symbol: 'BC-A-B', profile: 'nd30', place: 'Sơn Hà', recipients: ['Lưu: VT'] }
  const others = joint.parties.filter(party => party.id !== side.id)
  const parties = (frozen ? [side, ...others] : [side]).map((party, at) => ({
    paper_id: paperId,
    body_id: party.id,
    position: at + 1,
    name: 'Cơ quan',
  }))
  await world.write(async tx => {
    const state = frozen ? { state: 'frozen', frozen_file: fileId, frozen_at: AT, pages: 1 } : {}
    await tx
      .insertInto('paper')
      .values({ id: paperId, ...about, ...printed, ...by, ...state })
      .execute()
    await tx.insertInto('paper_party').values(parties).execute()
    const { sha256 } = await tx.selectFrom('file').select('sha256').where('id', '=', fileId).executeTakeFirstOrThrow()
    const copy = { id: newId(), paper_id: paperId, serial: 1, kind: 'frozen', body_id: side.id, file_id: fileId, sha256 }
    if (frozen)
      await tx
        .insertInto('paper_copy')
        .values({ ...copy, ...by })
        .execute()
  })
  const kept = { entryId: newId(), kind: 'CV', dated: '2026-01-05', keptFor: world.mark('kept number', [side.id]) }
  await world.as(side.actor)('papers.keep-number', kept)
  const word = (what: string) => world.mark(`incoming ${what}`, [side.id])
  const came = {
    arrivedOn: '2026-01-06',
    dated: '2026-01-05',
    kind: 'CV',
    issuer: word('issuer'),
    cited: word('number'),
    subject: word('subject'),
  }
  await world.as(side.actor)('papers.register-incoming', { incomingId: world.note('incomingId', newId()), ...came })
  await addReading(world, side, word('words'))
}

/** A file that came in and was read: its words are the own side's. */
async function addReading(world: World, side: Agency, text: string): Promise<void> {
  const readingId = world.note('readingId', newId())
  const by = { body_id: side.id, asked_by: side.actor.accountId, asked_at: AT }
  const fileId = await upload(world, side.actor, 'came in', [side.id])
  const { write } = world.site.engine.database
  await write(side.actor, tx =>
    tx
      .insertInto('file_reading')
      .values({ id: readingId, file_id: fileId, ...by })
      .execute(),
  )
  await write('system', tx => tx.updateTable('file_reading').set({ state: 'read', text }).where('id', '=', readingId).execute())
}

/** An official report on the commune of the world; its source is read by every party. */
async function addOutcome(world: World, joint: Joint, side: Agency): Promise<void> {
  const number = world.mark('outcome report', idsOf(joint.parties))
  const input = outcomeInput(joint.id, [[world.places.communeId, 12]], { number })
  world.note('reportId', input.reportId)
  await world.as(side.actor)('outcomes.record-report', input)
}

/** A template sent from one side to another, as they would a commune. */
async function addTemplate(world: World, joint: Joint, side: Agency): Promise<void> {
  const to = joint.parties.find(party => party.id !== side.id)!
  const mark = world.mark('template', [side.id, to.id])
  const made = await insertTemplate(world.site, { programmeId: joint.id, fromBody: side.id, toBody: to.id, mark })
  for (const [name, id] of Object.entries(made)) world.note(name, id)
}

/** The programme above, entered by one side for all. */
async function addUpper(world: World, joint: Joint, side: Agency): Promise<void> {
  const input = upperText(joint.id, `Chương trình ${world.mark('upper text', idsOf(joint.parties))}`)
  world.note('upperId', input.upperId)
  await world.as(side.actor)('cascade.add-parent', input)
}

/** What a side wants of a clause in the next programme; the others read it. */
async function addRenewal(world: World, joint: Joint, side: Agency): Promise<void> {
  if (joint.taken.has(`renewal ${side.id}`)) return
  joint.taken.add(`renewal ${side.id}`)
  const word = (kind: string) => world.mark(`renewal ${kind}`, idsOf(joint.parties))
  const decided = { decisionId: newId(), path: 'II/1', version: 0, choice: 'change', text: word('text'), reason: word('reason') }
  await world.as(side.actor)('renewal.decide-clauses', { programmeId: joint.id, decisions: [decided] })
}

/** The end of the programme as one side lays it before all; the paper with it is read by all. */
async function addEnding(world: World, joint: Joint, side: Agency): Promise<void> {
  if (joint.taken.has('ending')) return
  joint.taken.add('ending')
  const readers = idsOf(joint.parties)
  const fileId = await upload(world, side.actor, 'ending paper', readers)
  const paper = { number: world.mark('ending number', readers), date: '2026-01-05', fileId }
  const about = { programmeId: joint.id, intoId: null, effectiveOn: '2029-06-01', reason: world.mark('ending reason', readers) }
  await world.as(side.actor)('renewal.propose-ending', { endingId: newId(), ...about, paper })
}

/** A cited document carried out by the clause and by an activity, and what of plan and works serves the target programme. */
async function addDirective(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const word = (kind: string) => world.mark(`directive ${kind}`, idsOf(joint.parties))
  const input = directiveInput(joint.id, { issuer: `Tỉnh ủy ${word('issuer')}`, subject: word('subject') })
  const directiveId = world.note('directiveId', input.directiveId)
  const send = world.as(side.actor)
  await send('directives.add-directive', input)
  await send('directives.link-clause', { directiveId, clausePath: 'II/1' })
  if (stage % 2 === 0) return
  const mine = joint.plans.find(plan => plan.readers.includes(side.id) && plan.year <= 2035)
  if (mine) await send('directives.link-item', { element: ELEMENT, itemId: mine.itemId })
  const work = constructionInput(world.places.villageId, { name: `Đường ${world.mark('work of an element', [side.id])}` })
  await send('supervision.register-construction', work)
  await send('directives.link-construction', { element: ELEMENT, constructionId: work.constructionId })
}

/** A letter out and a paper back: its number and scan are read by the parties, those about a package by the two between whom it is. */
async function addPaper(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const plan = await sharedPlan(world, joint, side)
  const to = joint.parties.find(party => party.id !== side.id)
  if (!to || joint.taken.has(`paper ${plan.id} ${side.id}`)) return
  joint.taken.add(`paper ${plan.id} ${side.id}`)
  const date = vietnamDate(world.site.engine.now())
  const byPost = { choiceId: newId(), programmeId: joint.id, way: 'by-post', since: date }
  await world.as(to.actor)('post.choose-way', byPost)
  const between = [side.id, to.id]
  const { digest } = await world.site.ask<{ digest: string }>(side.actor, 'plans.plan', { planId: plan.id })
  const letter = {
    number: world.mark('paper by post', between),
    date,
    fileId: await upload(world, side.actor, 'letter', between),
  }
  const subject = { kind: 'plan', subjectId: plan.id }
  await world.as(side.actor)('post.record-sending', {
    sendingId: newId(),
    ...subject,
    bodyId: to.id,
    step: 'whole',
    digest,
    ...letter,
  })
  await readPost(world, plan.id)
  const actId = newId()
  const paper = {
    number: world.mark('paper by post', plan.readers),
    date,
    fileId: await upload(world, side.actor, 'scan', plan.readers),
  }
  const reason = world.mark('reason of a paper', plan.readers)
  await world.as(side.actor)('post.record-return', { ...subject, actId, bodyId: to.id, digest, ...paper, reason })
  if (stage % 2) await world.as(to.actor)('post.contest-act', { actId, reason: world.mark('contest', plan.readers) })
  await world.as(to.actor)('post.choose-way', { ...byPost, choiceId: newId(), way: 'online' })
}

/** What a party by post is sent stands on the screen only while it takes part by post: everybody looks at it now. */
async function readPost(world: World, planId: string): Promise<void> {
  for (const { id, actor } of world.agencies) {
    const answer = await world.site.ask(actor, 'post.standing', { planId }).catch((error: Error) => {
      if (error.name !== 'Refusal') throw error
      return null
    })
    const found = leaks(world, id, JSON.stringify(answer))
    if (found.length > 0) throw new Error(`post.standing shows another side: ${found.join(', ')}`)
  }
}

/** Who of a side answers for its work, by a name that only the side knows. */
async function addResponsible(world: World, joint: Joint, side: Agency): Promise<void> {
  const { itemId } = await sharedPlan(world, joint, side)
  await world.write(async tx => {
    const { id: account_id } = await tx
      .selectFrom('account')
      .select('id')
      .where('body_id', '=', side.id)
      .where('id', '<>', side.actor.accountId)
      .limit(1)
      .executeTakeFirstOrThrow()
    const row = { body_id: side.id, subject_kind: 'plan-item', subject_id: itemId, account_id, since: '2026-03-01' }
    await tx
      .insertInto('responsibility')
      .values(row)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })
}

/** A name in the register of a side, and what was given there: a partner is told the fact of it, nobody the name. */
async function addRecognition(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const word = (kind: string) => world.mark(`recognition ${kind}`, [side.id])
  const input = listInput(world.places.villageId, { issuer: `Chủ tịch ${word('issuer')}` }, `Người ${word('name')}`)
  await world.as(side.actor)('honours.load-list', input)
  const recognitionId = world.note('recognitionId', input.rows[0]!.recognitionId)
  const over = { nature: 'delegation', amount: 2_000_000, reason: `Lý do ${word('reason')}` }
  const { same } = await world.site.ask<{ same: Json[] }>(side.actor, 'honours.before-giving', {
    recognitionId,
    nature: over.nature,
    on: '2026-02-20',
  })
  const programmeId = stage % 2 ? { programmeId: joint.id } : {}
  await world.as(side.actor)('honours.give-benefit', benefitInput(recognitionId, { ...over, seen: same.length, ...programmeId }))
  await world.as(side.actor)('honours.record-gathering', gatheringInput(programmeId))
}

/** A round in which every party puts forward: each sees its own, and only the keeper a name. */
async function addCommendation(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const shared = stage % 2 === 0
  const readers = shared ? idsOf(joint.parties) : [side.id]
  const round = roundInput({
    occasion: `Khen thưởng ${world.mark('commendation occasion', readers)}`,
    issuer: `Chủ tịch ${world.mark('commendation issuer', readers)}`,
    programmeId: joint.id,
  })
  const commendationId = world.note('commendationId', round.commendationId)
  await world.as(side.actor)('honours.open-commendation', round)
  if (shared) await world.as(side.actor)('honours.share-commendation', { commendationId, version: 1 })
  for (const party of shared ? joint.parties : [side]) {
    const workplace = world.mark('nomination', [side.id, party.id])
    const one = nominationInput(commendationId, { workplace }, `Người ${world.mark('nominee', [side.id])}`)
    await world.as(party.actor)('honours.nominate', one)
    world.note('lineId', one.lineId)
  }
}

/** What a leader wants done about a plan that the own side keeps to itself. */
async function addInstruction(world: World, joint: Joint, side: Agency, stage: number): Promise<void> {
  const plan = await addPlan(world, joint, side, 'private')
  const [clearanceId, instructionId] = [newId(), world.note('instructionId', newId())]
  const words = `Bổ sung ${world.mark('instruction', [side.id])}`
  await world.as(side.actor)('plans.submit-plan', { clearanceId, planId: plan.id })
  await world.as(side.actor)('instructions.give-instruction', { instructionId, clearanceId, words, dueOn: null })
  if (stage % 2) await world.as(side.actor)('instructions.settle-instruction', { instructionId, version: 1 })
}

const DO = {
  activity: addActivity,
  amendment: addAmendment,
  budget: addBudget,
  directive: addDirective,
  commendation: addCommendation,
  dissemination: addDissemination,
  draft: addDraft,
  ending: addEnding,
  feed: addFeed,
  indicator: addIndicator,
  instruction: addInstruction,
  group: addGroup,
  meeting: addMeeting,
  movement: addMovement,
  outcome: addOutcome,
  'own-kind': addOwnKind,
  package: addPackage,
  personal: addPersonal,
  petition: addPetition,
  paper: addPaper,
  plan: (world: World, joint: Joint, side: Agency, stage: number) =>
    addPlan(world, joint, side, oneOf(['private', 'draft', 'agreed'] as const, stage)),
  proposal: addProposal,
  renewal: addRenewal,
  recognition: addRecognition,
  request: addRequest,
  responsible: addResponsible,
  review: addReview,
  supervision: addSupervision,
  official: addOfficialPaper,
  template: addTemplate,
  upper: addUpper,
  upload: (world: World, _joint: Joint, side: Agency) => upload(world, side.actor, 'upload', [side.id]),
}
export type WorkKind = keyof typeof DO
export const WORK_KINDS = Object.keys(DO) as WorkKind[]

export async function work(world: World, joint: Joint, { kind, side, stage }: Work): Promise<void> {
  await DO[kind](world, joint, oneOf(joint.parties, side), stage)
}

/** Empties the site but for itself: worlds would slow each other down. */
export async function clear({ engine }: World['site']): Promise<void> {
  await engine.database.pool.query('TRUNCATE body, blob, audit, command_record CASCADE')
}
