import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { readingIdInput } from '../reading/contract.ts'
import { READ_JOB } from '../reading/job.ts'
import { whyNotTakeBack } from '../reading/rules.ts'
import { getReading, takeBack } from '../reading/store.ts'
import { CLERK } from '../rules.ts'

/** "Lấy lại tệp": what was discarded waits for the register again, and a reading that went on goes on. */
export const takeFileBack = command({
  name: 'papers.take-file-back',
  permission: CLERK,
  input: readingIdInput,
  run: async ({ tx, acting, now, enqueue }, { readingId }) => {
    const reading = await getReading(tx, readingId)
    refuseIf(whyNotTakeBack(acting, reading))
    await takeBack(tx, reading.fileId!, now)
    if (reading.state === 'reading') await enqueue(READ_JOB, { readingId })
    return { result: { readingId }, audit: { kind: 'file', id: reading.fileId!, detail: { reading: readingId } } }
  },
})
