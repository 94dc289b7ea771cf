import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { directiveInput, ELEMENT } from '../harness/directives.ts'
import type { Expected } from './expected.ts'
import { activityInput, JOINT, type Stage } from './stage.ts'
import { ownConstruction } from './supervision.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const parties = { own: workers, partner: workers }
const ours = { own: workers }

export async function ownDirective(stage: Stage, programmeId?: string) {
  const id = programmeId ?? (await stage.programme())
  const input = directiveInput(id, { subject: JOINT })
  await stage.as(stage.officer)('directives.add-directive', input)
  return { directiveId: input.directiveId, version: 1 }
}

/** A document and an activity of one programme. */
async function withActivity(stage: Stage) {
  const { programmeId, itemId } = await stage.plan()
  const activityId = newId()
  await stage.as(stage.officer)('activities.record-activity', { ...activityInput(programmeId, itemId), activityId, title: JOINT })
  return { directiveId: (await ownDirective(stage, programmeId)).directiveId, activityId }
}
const clauseAt = async (stage: Stage) => ({ directiveId: (await ownDirective(stage)).directiveId, clausePath: 'II/1' })
const itemAt = async (stage: Stage) => ({ element: ELEMENT, itemId: (await stage.plan()).itemId })
const workAt = async (stage: Stage) => ({ element: ELEMENT, constructionId: await ownConstruction(stage) })

/** What the officer linked first. */
async function linked<At extends { [key: string]: string }>(stage: Stage, name: string, at: At): Promise<At> {
  await stage.as(stage.officer)(`directives.link-${name}`, at)
  return at
}

/** Commands on cited documents and the target programme in the table of rights. */
export const directiveRows: Record<string, Expected> = {
  'directives.add-directive': { may: parties, arrange: async stage => directiveInput(await stage.programme()) },
  'directives.change-directive': {
    may: ours,
    arrange: async stage => {
      const { directiveId: _id, programmeId: _programme, ...fields } = directiveInput('', { subject: 'Khác' })
      return { ...(await ownDirective(stage)), ...fields }
    },
  },
  'directives.remove-directive': { may: ours, arrange: stage => ownDirective(stage) },
  'directives.restore-directive': {
    may: ours,
    arrange: async stage => {
      const at = await ownDirective(stage)
      await stage.as(stage.officer)('directives.remove-directive', at)
      return { ...at, version: 2 }
    },
  },
  'directives.confirm-citations': {
    may: parties,
    arrange: async stage => {
      const { programmeId, ...cited } = directiveInput(await stage.programme())
      return { programmeId, citations: [{ ...cited, clausePaths: ['II/1'] }] }
    },
  },
  'directives.link-clause': { may: parties, arrange: clauseAt },
  'directives.unlink-clause': { may: ours, arrange: async stage => linked(stage, 'clause', await clauseAt(stage)) },
  'directives.link-activity': { may: parties, arrange: withActivity },
  'directives.unlink-activity': { may: ours, arrange: async stage => linked(stage, 'activity', await withActivity(stage)) },
  'directives.link-item': { may: parties, arrange: itemAt },
  'directives.unlink-item': { may: ours, arrange: async stage => linked(stage, 'item', await itemAt(stage)) },
  'directives.link-construction': { may: ours, arrange: workAt },
  'directives.unlink-construction': {
    may: ours,
    arrange: async stage => linked(stage, 'construction', await workAt(stage)),
  },
}
