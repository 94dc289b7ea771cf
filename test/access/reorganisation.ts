import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { JOINT, type Stage } from './stage.ts'

const answering: readonly Role[] = ['administrator', 'leader']

/** The own body goes on under no superior, in a far day: nothing of it ever happens. */
const draftInput = (stage: Stage) => ({
  reorganisationId: newId(),
  kind: 'move',
  decision: { number: '1/QĐ', date: '2026-01-02', issuer: JOINT },
  effectiveOn: '2099-01-01',
  content: { movings: [{ bodyId: stage.bodyId('own'), parentBody: null, kind: 'front', level: 'province' }] },
})

export async function ownReorganisation(stage: Stage): Promise<{ reorganisationId: string; version: number }> {
  const input = draftInput(stage)
  await stage.as(stage.actor('own', 'administrator'))('reorganisation.draft', input)
  return { reorganisationId: input.reorganisationId, version: 1 }
}

export const reorganisationRows: Record<string, Expected> = {
  'reorganisation.draft': { may: { own: answering }, arrange: async stage => draftInput(stage) },
  'reorganisation.agree': { may: { own: answering }, arrange: ownReorganisation },
  'reorganisation.withdraw': { may: { own: answering }, arrange: ownReorganisation },
}
