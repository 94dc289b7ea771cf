import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const clerk: readonly Role[] = ['clerk']
const both = (roles: readonly Role[]) => ({ own: roles, partner: roles })
const other = (side: Side): Side => (side === 'partner' ? 'own' : 'partner')

const content = (text: string) => ({
  effectiveOn: '2028-01-01',
  reason: text,
  changes: [{ kind: 'replace', path: 'II/1', text, duties: [] }],
})

/** An amendment that a side keeps to itself. */
export async function ownAmendment(stage: Stage, side: Side, text = OURS) {
  const amendmentId = newId()
  const input = { amendmentId, programmeId: await stage.programme(), counters: null, ...content(text) }
  await stage.as(stage.actor(side, 'officer'))('programmes.draft-amendment', input)
  return amendmentId
}

/** What a leader of the side sees of it now. */
async function seen(stage: Stage, side: Side, amendmentId: string) {
  const who = stage.actor(side, 'leader')
  const { amendment } = await stage.site.ask<{ amendment: { version: number; digest: string } }>(who, 'programmes.amendment', {
    amendmentId,
  })
  return { amendmentId, version: amendment.version, digest: amendment.digest }
}

/** One that a side has sent. */
export async function sharedAmendment(stage: Stage, side: Side, text = 'Lời đã gửi') {
  const amendmentId = await ownAmendment(stage, side, text)
  await stage.as(stage.actor(side, 'leader'))('programmes.share-amendment', await seen(stage, side, amendmentId))
  return amendmentId
}

/** One that both have agreed to. */
async function agreedAmendment(stage: Stage) {
  const amendmentId = await sharedAmendment(stage, 'own')
  await stage.as(stage.actor('partner', 'leader'))('programmes.agree-amendment', await seen(stage, 'partner', amendmentId))
  return amendmentId
}

const row = (may: Expected['may'], arrange: (stage: Stage, side: Side) => Promise<Json>): Expected => ({
  may,
  arrange: (stage, _actor, side) => arrange(stage, side),
})
const atVersion = ({ amendmentId, version }: Awaited<ReturnType<typeof seen>>) => ({ amendmentId, version })

/** The rights over amendments: workers write, leaders send and answer, the clerk records the signed paper. */
export const amendments: Record<string, Expected> = {
  'programmes.draft-amendment': row(both(workers), async stage => ({
    amendmentId: newId(),
    programmeId: await stage.programme(),
    counters: null,
    ...content('Lời mới'),
  })),
  'programmes.change-amendment': row({ own: workers }, async stage => ({
    ...atVersion(await seen(stage, 'own', await ownAmendment(stage, 'own'))),
    ...content('Lời khác'),
  })),
  'programmes.withdraw-amendment': row({ own: workers }, async stage =>
    atVersion(await seen(stage, 'own', await ownAmendment(stage, 'own'))),
  ),
  'programmes.restore-amendment': row({ own: workers }, async stage => {
    const found = atVersion(await seen(stage, 'own', await ownAmendment(stage, 'own')))
    await stage.as(stage.officer)('programmes.withdraw-amendment', found)
    return { ...found, version: found.version + 1 }
  }),
  'programmes.submit-amendment': row(both(workers), async (stage, side) => ({
    clearanceId: newId(),
    amendmentId: await sharedAmendment(stage, other(side)),
  })),
  'programmes.share-amendment': row({ own: deciders }, async stage => seen(stage, 'own', await ownAmendment(stage, 'own'))),
  'programmes.agree-amendment': row(both(deciders), async (stage, side) =>
    seen(stage, other(side), await sharedAmendment(stage, other(side))),
  ),
  'programmes.return-amendment': row(both(deciders), async (stage, side) => ({
    ...atVersion(await seen(stage, other(side), await sharedAmendment(stage, other(side)))),
    reason: 'Chưa phù hợp',
  })),
  'programmes.record-signing': row(both(clerk), async (stage, side) => ({
    ...atVersion(await seen(stage, 'own', await agreedAmendment(stage))),
    number: '09/CTrPH',
    signedOn: '2026-11-01',
    fileId: await stage.file(stage.actor(side, 'clerk')),
  })),
}
