import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { scanInput } from '../contract.ts'
import { bytesOf, takeHanded } from '../keep-copy.ts'
import { printNumber } from '../numbers.ts'
import { lookAt } from '../pdf-pool.ts'
import { CLERK, whyNotScan, whyNotScanned } from '../rules.ts'
import { handedIn } from '../set-paper.ts'
import { noteSealed } from '../signing.ts'
import { getPaper, lockPaper } from '../store.ts'

/** "Bản giấy": the scan of the printed file, signed and sealed by hand, compared page by page with what was frozen. */
export const fileScan = command({
  name: 'papers.file-scan',
  permission: CLERK,
  input: scanInput,
  prepare: async ({ read, acting, files }, { paperId, fileId }) => {
    const scan = await read(async db => {
      refuseIf(whyNotScan(acting, await getPaper(db, paperId)))
      return handedIn(db, fileId)
    })
    return lookAt(await bytesOf(files, scan), true)
  },
  run: async (context, { paperId, version, entryId, fileId, number, dated }, { pages }) => {
    const { tx, acting, now } = context
    const paper = { ...(await lockPaper(tx, paperId)), version }
    refuseIf(whyNotScan(acting, paper))
    const registered = { number: printNumber(paper.number!, paper.letter), dated: paper.dated!, pages: paper.pages! }
    refuseIf(whyNotScanned({ number, dated, pages }, registered))
    const { sha256 } = await takeHanded(tx, { actor: personOf(acting), now, paper, kind: 'scan' }, fileId)
    const done = await noteSealed(context, paper, entryId, true)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { scan: sha256 } }
    return { result: { paperId, ...done }, audit }
  },
})
