import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { uuid } from '../contract.ts'
import { kindReason, ownKindFields } from '../own-kinds/contract.ts'
import { whyNotName, whyNotOwnKind } from '../own-kinds/rules.ts'
import { getAgreed, insertOwnKind, kindsOfProgramme } from '../own-kinds/store.ts'
import { WORK } from '../rules.ts'

/** Writes down a kind of work that a programme's list lacks, or how one of its own is to change. Nobody else sees it until it is sent. */
export const proposeKind = command({
  name: 'activities.propose-kind',
  permission: WORK,
  input: z.strictObject({
    kindId: uuid,
    programmeId: uuid,
    /** Of the kind that changes; absent for a new one. */
    changes: uuid.optional(),
    reason: kindReason,
    ...ownKindFields,
  }),
  run: async (context, { kindId, programmeId, changes, reason, ...kind }) => {
    const { tx } = context
    await getProgramme(tx, programmeId)
    const before = changes ? await getAgreed(tx, changes) : null
    refuseIf(before && (before.closing || before.programmeId !== programmeId) ? { code: 'activities.kind-is-closed' } : null)
    refuseIf(whyNotOwnKind(kind, before?.fields))
    const others = (await kindsOfProgramme(tx, programmeId)).filter(one => one.standing !== 'replaced' && one.key !== changes)
    const taken = others.map(one => one.name)
    refuseIf(whyNotName(kind.name, taken))
    const at = { id: kindId, programmeId, key: before?.key ?? kindId, base: before?.number ?? 0, closing: false, reason }
    await insertOwnKind(context, at, kind)
    const detail = { name: kind.name, changes: changes ?? null }
    return { result: { kindId, version: 1 }, audit: { kind: 'own-kind', id: kindId, programme: programmeId, detail } }
  },
})
