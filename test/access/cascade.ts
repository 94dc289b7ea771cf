import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import { ADOPTED, addCommune, CLAUSES, insertTemplate } from '../harness/cascade.ts'
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

const deciders: readonly Role[] = ['leader', 'authorised']
const deciding = { own: deciders, partner: deciders }
const opening = async (stage: Stage) => ({ openingId: newId(), programmeId: await stage.programme(), version: 0 })

/** Commands on what is cited from level to level. */
export const citingRows: Record<string, Expected> = {
  'cascade.cite-programme': {
    may: parties,
    arrange: async stage => ({
      upperId: newId(),
      programmeId: await stage.programme(),
      level: 'central',
      source: { kind: 'programme', id: await stage.programme() },
    }),
  },
  'cascade.open-below': { may: deciding, arrange: opening },
  'cascade.close-below': {
    may: { own: deciders },
    arrange: async stage => {
      const input = await opening(stage)
      await stage.as(stage.leader)('cascade.open-below', input)
      return { openingId: input.openingId, version: 1 }
    },
  },
}

const ours = (roles: readonly Role[]) => ({ own: roles })
const written = (programmeId: string) => ({
  templateId: newId(),
  programmeId,
  version: 0,
  title: 'Kế hoạch mẫu',
  dueOn: '2026-12-01',
  clauses: CLAUSES,
})

/** A template that has come to the own side from the partner. */
const come = async (stage: Stage, signed: boolean) =>
  insertTemplate(stage.site, {
    programmeId: await stage.programme(),
    fromBody: stage.bodyId('partner'),
    toBody: stage.bodyId('own'),
    signed,
  })
/** One that the own side has sent to a commune. */
async function gone(stage: Stage) {
  const commune = await addCommune(stage.site, `Xã ${newId()}`)
  const at = { fromBody: stage.bodyId('own'), toBody: commune.bodyId }
  return { commune, ...(await insertTemplate(stage.site, { programmeId: await stage.programme(), ...at })) }
}
const figures = CLAUSES.map(({ key }) => ({ key, value: 3 }))

/** Commands on templates for communes and on their figures. */
export const sendingRows: Record<string, Expected> = {
  'cascade.write-template': { may: parties, arrange: async stage => written(await stage.programme()) },
  'cascade.send-template': {
    may: ours(deciders),
    arrange: async stage => {
      const input = written(await stage.programme())
      await stage.as(stage.officer)('cascade.write-template', input)
      const { bodyId } = await addCommune(stage.site, `Xã ${newId()}`)
      return { templateId: input.templateId, version: 1, bodyIds: [bodyId] }
    },
  },
  'cascade.save-adaptation': {
    may: ours(workers),
    arrange: async stage => ({ copyId: (await come(stage, false)).copyId, version: 0, lines: ADOPTED }),
  },
  'cascade.sign-copy': {
    may: ours(deciders),
    arrange: async stage => {
      const { copyId } = await come(stage, false)
      await stage.as(stage.officer)('cascade.save-adaptation', { copyId, version: 0, lines: ADOPTED })
      return { copyId, version: 1, number: '1/KH', signedOn: '2026-01-16' }
    },
  },
  'cascade.ask-figures': {
    may: ours(deciders),
    arrange: async stage => ({
      askId: newId(),
      templateId: (await gone(stage)).templateId,
      year: 2027,
      half: 1,
      dueOn: '2027-07-01',
    }),
  },
  'cascade.answer-figures': {
    may: ours(deciders),
    arrange: async stage => ({ answerId: newId(), askId: (await come(stage, true)).askId, version: 0, figures }),
  },
  'cascade.return-figures': {
    may: ours(workers),
    arrange: async stage => {
      const { commune, askId } = await gone(stage)
      const answerId = newId()
      await stage.as(commune)('cascade.answer-figures', { answerId, askId, version: 0, figures })
      return { answerId, version: 1, reason: 'Cộng trùng' }
    },
  },
  'cascade.lock-figures': {
    may: ours(deciders),
    arrange: async stage => ({ askId: (await gone(stage)).askId, version: 1 }),
  },
  'cascade.unlock-figures': {
    may: ours(deciders),
    arrange: async stage => {
      const { askId } = await gone(stage)
      await stage.as(stage.leader)('cascade.lock-figures', { askId, version: 1 })
      return { askId, version: 2, reason: 'Chốt nhầm kỳ' }
    },
  },
}
