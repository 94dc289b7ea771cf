import { newId } from '../../src/kernel/ids.ts'
import { ROLES, type Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
/** To be read by the end of this year, whatever the day. */
const sendInput = async (stage: Stage, note: string) => ({
  disseminationId: newId(),
  subject: { kind: 'programme', id: await stage.programme() },
  unitIds: [],
  note,
  dueOn: `${new Date().getUTCFullYear()}-12-31`,
})

/** What the own side has its whole staff read. */
export async function ownDissemination(stage: Stage, note = OURS): Promise<string> {
  const input = await sendInput(stage, note)
  await stage.as(stage.officer)('dissemination.send-dissemination', input)
  return input.disseminationId
}

/** Each side its own; everybody for themselves. */
export const dissemination: Record<string, Expected> = {
  'dissemination.send-dissemination': {
    may: { own: workers, partner: workers },
    arrange: stage => sendInput(stage, ''),
  },
  'dissemination.confirm-reading': {
    may: { own: ROLES },
    arrange: async stage => ({ disseminationId: await ownDissemination(stage) }),
  },
  'dissemination.take-back-reading': {
    may: { own: ROLES },
    arrange: async (stage, actor) => {
      const disseminationId = await ownDissemination(stage)
      await stage.as(actor)('dissemination.confirm-reading', { disseminationId })
      return { disseminationId }
    },
  },
  'dissemination.record-sheets': {
    may: { own: [...workers, 'clerk'] },
    arrange: async stage => {
      const disseminationId = await ownDissemination(stage)
      const { units } = await stage.site.ask<{ units: { id: string }[] }>(stage.officer, 'dissemination.choices')
      return { disseminationId, unitId: units[0]!.id, version: null, received: 12, receivedOn: '2026-01-20' }
    },
  },
  'dissemination.take-back-sheets': {
    may: { own: [...workers, 'clerk'] },
    arrange: async stage => {
      const disseminationId = await ownDissemination(stage)
      const { units } = await stage.site.ask<{ units: { id: string }[] }>(stage.officer, 'dissemination.choices')
      const at = { disseminationId, unitId: units[0]!.id }
      await stage.as(stage.officer)('dissemination.record-sheets', {
        ...at,
        version: null,
        received: 12,
        receivedOn: '2026-01-20',
      })
      return at
    },
  },
  'dissemination.withdraw-dissemination': {
    may: { own: workers },
    arrange: async stage => ({ disseminationId: await ownDissemination(stage), version: 1 }),
  },
  'dissemination.restore-dissemination': {
    may: { own: workers },
    arrange: async stage => {
      const disseminationId = await ownDissemination(stage)
      await stage.as(stage.officer)('dissemination.withdraw-dissemination', { disseminationId, version: 1 })
      return { disseminationId, version: 2 }
    },
  },
}
