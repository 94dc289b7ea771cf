import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import type { Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const parties = { own: workers, partner: workers }

export const upperText = (programmeId: string, title = 'Chương trình của Trung ương') => ({
  upperId: newId(),
  programmeId,
  level: 'central',
  title,
  issuer: 'Bộ Dân tộc và Tôn giáo',
  text: 'I. NỘI DUNG\n\n1. Tuyên truyền, phổ biến pháp luật.\n\n2. Giám sát công trình.\n',
})

export async function upper(stage: Stage) {
  const input = upperText(await stage.programme())
  await stage.as(stage.officer)('cascade.add-parent', input)
  return { upperId: input.upperId, version: 1 }
}

/** Commands from level to level in the table of rights. */
export const cascadeRows: Record<string, Expected> = {
  'cascade.add-parent': { may: parties, arrange: async stage => upperText(await stage.programme()) },
  'cascade.remove-parent': { may: parties, arrange: upper },
  'cascade.restore-parent': {
    may: parties,
    arrange: async stage => {
      const at = await upper(stage)
      await stage.as(stage.officer)('cascade.remove-parent', at)
      return { ...at, version: 2 }
    },
  },
  'cascade.link-clauses': {
    may: parties,
    arrange: async stage => {
      const { upperId } = await upper(stage)
      const link = { linkId: newId(), version: 0, parentPath: 'I/1', childPath: 'II/1', how: 'adapted' }
      return { upperId, links: [link] }
    },
  },
}
