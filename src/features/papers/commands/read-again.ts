import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { readingInput } from '../reading/contract.ts'
import { READ_JOB } from '../reading/job.ts'
import { whyNotReadAgain } from '../reading/rules.ts'
import { getReading } from '../reading/store.ts'
import { CLERK } from '../rules.ts'

/** "Đọc lại": a reading that failed is begun again; pages of a scan that were read stay read. */
export const readAgain = command({
  name: 'papers.read-again',
  permission: CLERK,
  input: readingInput,
  run: async ({ tx, acting, enqueue }, { readingId, version }) => {
    const failed = await getReading(tx, readingId)
    refuseIf(whyNotReadAgain(acting, failed))
    const now = await changeRow(tx, 'file_reading', { id: readingId, version }, { state: 'reading', failure: null })
    await enqueue(READ_JOB, { readingId })
    const audit = { kind: 'reading', id: readingId, detail: { after: failed.failure } }
    return { result: { readingId, version: now.version }, audit }
  },
})
