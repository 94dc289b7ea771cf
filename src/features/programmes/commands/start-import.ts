import { command } from '../../../engine/command.ts'
import { workers } from '../../../kernel/permissions.ts'
import { startInput } from '../contract.ts'
import { openDraft } from '../open-draft.ts'

/** Hands an uploaded file of the own side to the reader. */
export const startImport = command({
  name: 'programmes.start-import',
  permission: { roles: workers, reach: 'own' },
  input: startInput,
  run: async (context, { draftId, fileId, continues }) => {
    await openDraft(context, { draftId, fileId, continues })
    return { result: { draftId }, audit: { kind: 'import', id: draftId, detail: { file: fileId } } }
  },
})
