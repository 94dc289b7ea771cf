import { Readable } from 'node:stream'
import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { boardInput, constructionInput, findingFields, STEPS, stepFields } from '../harness/supervision.ts'
import type { Expected } from './expected.ts'
import { placesOf } from './petitions.ts'
import { activityInput, JOINT, OURS, SIDES, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const leader: readonly Role[] = ['leader']
const ours = (roles: readonly Role[]) => ({ own: roles })
const everywhere = (roles: readonly Role[]) => Object.fromEntries(SIDES.map(side => [side, roles]))

type Change = { [key: string]: Json }
type At = { supervisionId: string; version: number }

export async function ownConstruction(stage: Stage, as = stage.officer): Promise<string> {
  const input = constructionInput((await placesOf(stage)).villageId, { name: `Đường ${OURS}` })
  await stage.as(as)('supervision.register-construction', input)
  return input.constructionId
}

export async function ownSupervision(stage: Stage, change: Change = {}): Promise<At> {
  const input = boardInput(await ownConstruction(stage), { content: `Nội dung ${OURS}`, ...change })
  await stage.as(stage.officer)('supervision.plan-supervision', input)
  return { supervisionId: input.supervisionId, version: 1 }
}

/** One that stands before a step. */
async function before(stage: Stage, command: string): Promise<At & { findingId: string }> {
  const at = await ownSupervision(stage)
  const findingId = newId()
  for (const [step, fields] of STEPS.slice(
    0,
    STEPS.findIndex(([name]) => name === command),
  )) {
    await stage.as(stage.officer)(`supervision.${step}`, { ...at, stepId: newId(), ...fields })
    at.version += 1
    if (step === 'record-visit') await addFinding(stage, at.supervisionId, findingId)
  }
  return { ...at, findingId }
}

const addFinding = (stage: Stage, supervisionId: string, findingId: string) =>
  stage.as(stage.officer)('supervision.add-finding', {
    findingId,
    supervisionId,
    ...findingFields({ text: `Thấy ${OURS}` }),
  })
const finding = async (stage: Stage) => (await before(stage, 'conclude-visits')).findingId

export async function sharedSupervision(stage: Stage): Promise<At> {
  const programmeId = await stage.programme()
  const work = constructionInput((await placesOf(stage)).villageId, { name: `Đường ${JOINT}` })
  await stage.as(stage.officer)('supervision.register-construction', work)
  const input = boardInput(work.constructionId, { programmeId, title: `Giám sát ${JOINT}` })
  await stage.as(stage.officer)('supervision.plan-supervision', input)
  await stage.as(stage.leader)('supervision.share-supervision', { supervisionId: input.supervisionId, version: 1 })
  return { supervisionId: input.supervisionId, version: 2 }
}

const clockInput = () => ({
  clockId: newId(),
  state: 'sent',
  form: null,
  counts: 'step',
  days: 20,
  basis: 'Quyết định 12/QĐ-UBND',
  validFrom: '2026-01-01',
})
const reportTermInput = () => ({
  termId: newId(),
  span: 'quarter',
  level: null,
  month: 1,
  day: 15,
  basis: 'Quyết định 12/QĐ-UBND',
  validFrom: '2026-01-01',
})
const checkInput = () => ({
  checkId: newId(),
  form: null,
  text: 'Biển báo công trình',
  basis: 'Quyết định 12/QĐ-UBND',
  validFrom: '2026-01-01',
})
/** Of a year of its own, so that one does not take the place of another. */
const years = { next: 2000 }
const reportInput = () => ({
  reportId: newId(),
  year: (years.next += 1),
  quarter: null,
  paperNumber: '12/BC-MTTQ',
  paperDate: '2026-01-09',
  addressee: 'Ủy ban nhân dân tỉnh',
})

/** A supervision and an activity of the own side that tells of it, or could. */
async function telling(stage: Stage, linked: boolean) {
  const { programmeId, itemId } = await stage.plan()
  const { supervisionId } = await ownSupervision(stage, { programmeId })
  const activityId = newId()
  const fields = { ...activityInput(programmeId, itemId), kind: 'supervision', title: 'Giám sát' }
  await stage.as(stage.officer)('activities.record-activity', { ...fields, activityId })
  if (linked) await stage.as(stage.officer)('supervision.link-activity', { supervisionId, activityId })
  return { supervisionId, activityId }
}

async function photo(stage: Stage): Promise<string> {
  const bytes = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(newId())])
  const stored = await stage.site.engine.files.put(Readable.from([bytes]), 1000)
  const fileId = newId()
  await stage.as(stage.officer)('files.keep-upload', { fileId, ...stored, name: 'anh.png', mediaType: 'image/png' })
  return fileId
}

const stepRows: Record<string, Expected> = Object.fromEntries(
  STEPS.map(([command]) => [
    `supervision.${command}`,
    {
      may: ours(workers),
      arrange: async (stage: Stage) => {
        const { findingId: _finding, ...at } = await before(stage, command)
        return { ...at, stepId: newId(), ...stepFields(command) }
      },
    },
  ]),
)

/** Commands on supervision in the table of rights. */
export const supervisionRows: Record<string, Expected> = {
  'supervision.register-construction': {
    may: everywhere(workers),
    arrange: async stage => constructionInput((await placesOf(stage)).villageId),
  },
  'supervision.change-construction': {
    may: ours(workers),
    arrange: async stage => {
      const { constructionId: _id, ...fields } = constructionInput((await placesOf(stage)).villageId, { name: 'Đường khác' })
      return { constructionId: await ownConstruction(stage), version: 1, ...fields }
    },
  },
  'supervision.plan-supervision': {
    may: everywhere(workers),
    arrange: async () => {
      const { constructionId: _none, ...fields } = boardInput('')
      return { ...fields, objectKind: 'policy', object: 'Chính sách vay vốn' }
    },
  },
  'supervision.change-supervision': {
    may: ours(workers),
    arrange: async stage => {
      const at = await ownSupervision(stage)
      const { supervisionId: _id, ...fields } = boardInput(await ownConstruction(stage), { title: 'Tên khác' })
      return { ...at, ...fields }
    },
  },
  ...stepRows,
  'supervision.take-back-step': {
    may: ours(workers),
    arrange: async (stage, actor) => {
      const at = await ownSupervision(stage)
      const step = { ...at, stepId: newId(), ...stepFields('notify-owner') }
      const mine = actor.bodyId === stage.officer.bodyId && actor.roles.some(role => workers.includes(role))
      await stage.as(mine ? actor : stage.officer)('supervision.notify-owner', step)
      return { supervisionId: at.supervisionId, version: 2, stepId: step.stepId }
    },
  },
  'supervision.add-finding': {
    may: ours(workers),
    arrange: async stage => {
      const { supervisionId } = await before(stage, 'conclude-visits')
      return { findingId: newId(), supervisionId, ...findingFields() }
    },
  },
  'supervision.change-finding': {
    may: ours(workers),
    arrange: async stage => ({ findingId: await finding(stage), version: 1, ...findingFields({ text: 'Khác' }) }),
  },
  'supervision.remove-finding': {
    may: ours(workers),
    arrange: async stage => ({ findingId: await finding(stage), version: 1 }),
  },
  'supervision.restore-finding': {
    may: ours(workers),
    arrange: async stage => {
      const findingId = await finding(stage)
      await stage.as(stage.officer)('supervision.remove-finding', { findingId, version: 1 })
      return { findingId, version: 2 }
    },
  },
  'supervision.attach-photo': {
    may: ours(workers),
    arrange: async stage => ({ findingId: await finding(stage), fileId: await photo(stage) }),
  },
  'supervision.remove-photo': {
    may: ours(workers),
    arrange: async stage => {
      const input = { findingId: await finding(stage), fileId: await photo(stage) }
      await stage.as(stage.officer)('supervision.attach-photo', input)
      return input
    },
  },
  'supervision.share-supervision': {
    may: ours(leader),
    arrange: async stage => ownSupervision(stage, { programmeId: await stage.programme() }),
  },
  'supervision.set-clock': { may: everywhere(['administrator']), arrange: async () => clockInput() },
  'supervision.end-clock': {
    may: everywhere(['administrator']),
    arrange: async stage => {
      const input = clockInput()
      await stage.as(stage.actor('own', 'administrator'))('supervision.set-clock', input)
      return { clockId: input.clockId }
    },
  },
  'supervision.set-report-term': { may: everywhere(['administrator']), arrange: async () => reportTermInput() },
  'supervision.end-report-term': {
    may: everywhere(['administrator']),
    arrange: async stage => {
      const input = reportTermInput()
      await stage.as(stage.actor('own', 'administrator'))('supervision.set-report-term', input)
      return { termId: input.termId }
    },
  },
  'supervision.set-check': { may: everywhere(['administrator']), arrange: async () => checkInput() },
  'supervision.end-check': {
    may: everywhere(['administrator']),
    arrange: async stage => {
      const input = checkInput()
      await stage.as(stage.actor('own', 'administrator'))('supervision.set-check', input)
      return { checkId: input.checkId }
    },
  },
  'supervision.note-checks': {
    may: ours(workers),
    arrange: async stage => {
      const { supervisionId } = await before(stage, 'conclude-visits')
      return { supervisionId, lines: [{ line: 'board-progress', version: 0, result: 'in-order', remark: '' }] }
    },
  },
  'supervision.record-report': { may: everywhere(workers), arrange: async () => reportInput() },
  'supervision.take-back-report': {
    may: ours(workers),
    arrange: async stage => {
      const input = reportInput()
      await stage.as(stage.officer)('supervision.record-report', input)
      return { reportId: input.reportId }
    },
  },
  'supervision.link-activity': { may: ours(workers), arrange: stage => telling(stage, false) },
  'supervision.unlink-activity': { may: ours(workers), arrange: stage => telling(stage, true) },
  'supervision.unshare-supervision': { may: ours(leader), arrange: stage => sharedSupervision(stage) },
}
