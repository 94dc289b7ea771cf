import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { readingInput } from '../reading/contract.ts'
import { READ_JOB } from '../reading/job.ts'
import { whyNotResume } from '../reading/rules.ts'
import { getReading } from '../reading/store.ts'
import { CLERK } from '../rules.ts'

/** Goes on reading a scan where it was stopped. */
export const resumeReading = command({
  name: 'papers.resume-reading',
  permission: CLERK,
  input: readingInput,
  run: async ({ tx, acting, enqueue }, { readingId, version }) => {
    refuseIf(whyNotResume(acting, await getReading(tx, readingId)))
    const now = await changeRow(tx, 'file_reading', { id: readingId, version }, { state: 'reading' })
    await enqueue(READ_JOB, { readingId })
    return { result: { readingId, version: now.version }, audit: { kind: 'reading', id: readingId } }
  },
})
