import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { activityInput, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']

/** One event recorded by the own side and by the partner. */
async function twice(stage: Stage) {
  const { programmeId, itemId, activityId: keptId } = await stage.activity()
  const mergedId = newId()
  const theirs = { ...activityInput(programmeId, itemId), activityId: mergedId, title: 'Lớp tập huấn' }
  await stage.as(stage.actor('partner', 'officer'))('activities.record-activity', theirs)
  return { mergeId: newId(), keptId, mergedId }
}

async function proposed(stage: Stage, agreed = false) {
  const input = await twice(stage)
  const at = { mergeId: input.mergeId }
  await stage.as(stage.officer)('activities.propose-merge', input)
  if (agreed) await stage.as(stage.actor('partner', 'officer'))('activities.agree-merge', at)
  return at
}

async function rowsOf(stage: Stage, held: boolean) {
  const { programmeId, itemId } = await stage.plan()
  const { programmeId: _programme, ...row } = activityInput(programmeId, itemId)
  return { importId: newId(), programmeId, held, rows: [{ line: 3, ...row, title: 'Lớp tập huấn' }] }
}

const of = (side: Side) => ({ [side]: workers })

/** Commands on joint activities, and on many at once, in the table of rights. */
export const mergeRows: Record<string, Expected> = {
  'activities.enter-rows': { may: { own: workers, partner: workers }, arrange: async stage => rowsOf(stage, false) },
  'activities.finish-import': {
    may: of('own'),
    arrange: async stage => {
      const input = await rowsOf(stage, true)
      await stage.as(stage.officer)('activities.enter-rows', input)
      return { importId: input.importId, programmeId: input.programmeId, rows: 1 }
    },
  },
  'activities.propose-merge': { may: of('own'), arrange: twice },
  'activities.agree-merge': { may: of('partner'), arrange: stage => proposed(stage) },
  'activities.decline-merge': { may: of('partner'), arrange: stage => proposed(stage) },
  'activities.withdraw-merge': { may: of('own'), arrange: stage => proposed(stage) },
  'activities.part-merge': { may: of('partner'), arrange: stage => proposed(stage, true) },
}
