import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import type { DraftSource } from '../contract.ts'
import { changeDraft, getDraft, knownBodies } from '../draft-store.ts'
import { openReading } from '../open-reading.ts'
import type { ImportResult } from '../reading/result.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Lays a reading open for review. Only the reader's job sends it, with what our own code has read. */
export const finishReading = command({
  name: 'programmes.finish-reading',
  permission: 'system',
  input: z.strictObject({
    draftId: z.guid(),
    source: z.custom<DraftSource>(value => isObject(value) && typeof value['text'] === 'string'),
    result: z.custom<ImportResult>(
      value => isObject(value) && Array.isArray(value['clauses']) && Array.isArray(value['commitments']),
    ),
    doubts: z.record(z.string(), z.array(z.string())).optional(),
  }),
  run: async ({ tx }, { draftId, source, result, doubts }) => {
    const draft = await getDraft(tx, draftId)
    const machine = openReading(result, source.text, await knownBodies(tx), doubts)
    await changeDraft(tx, { ...draft, state: 'reading' }, { state: 'read', source, machine, reading: machine })
    const detail = { clauses: machine.clauses.length, commitments: machine.commitments.length }
    return { result: null, audit: { kind: 'import', id: draftId, detail } }
  },
})
