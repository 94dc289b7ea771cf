import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { readingInput } from '../reading/contract.ts'
import { whyNotStop } from '../reading/rules.ts'
import { getReading } from '../reading/store.ts'
import { CLERK } from '../rules.ts'

/** Stops the reading of a scan; the pages that were read stay. */
export const stopReading = command({
  name: 'papers.stop-reading',
  permission: CLERK,
  input: readingInput,
  run: async ({ tx, acting }, { readingId, version }) => {
    refuseIf(whyNotStop(acting, await getReading(tx, readingId)))
    const now = await changeRow(tx, 'file_reading', { id: readingId, version }, { state: 'stopped' })
    return { result: { readingId, version: now.version }, audit: { kind: 'reading', id: readingId } }
  },
})
