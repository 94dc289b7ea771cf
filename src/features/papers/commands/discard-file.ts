import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { readingIdInput } from '../reading/contract.ts'
import { whyNotDiscard } from '../reading/rules.ts'
import { getReading, setAside } from '../reading/store.ts'
import { CLERK } from '../rules.ts'

/** "Bỏ tệp": a file that was handed in and is entered in no register. It can be taken back until it is cleaned away with its words. */
export const discardPaperFile = command({
  name: 'papers.discard-file',
  permission: CLERK,
  input: readingIdInput,
  run: async ({ tx, acting, now }, { readingId }) => {
    const reading = await getReading(tx, readingId)
    refuseIf(whyNotDiscard(acting, reading))
    await setAside(tx, reading.fileId!, now)
    return { result: { readingId }, audit: { kind: 'file', id: reading.fileId!, detail: { reading: readingId } } }
  },
})
