import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uploadInput } from '../contract.ts'
import { bytesOf, takeHanded } from '../keep-copy.ts'
import { checkSignedCopy } from '../pdf-pool.ts'
import { HAND_IN, turnOf, whyNotUpload } from '../rules.ts'
import { handedIn } from '../set-paper.ts'
import { noteSealed, noteSigned, toSign } from '../signing.ts'
import { getPaper, lockPaper } from '../store.ts'

/** A copy that was signed or sealed with another tool: taken only where it is the file before, bit for bit, with signatures behind it. */
export const uploadSigned = command({
  name: 'papers.upload-signed',
  permission: HAND_IN,
  input: uploadInput,
  prepare: async ({ read, acting, files }, { paperId, fileId }) => {
    const { before, load, copy } = await read(async db => {
      refuseIf(whyNotUpload(acting, await getPaper(db, paperId)))
      const { sha256, load: loadBefore } = await toSign(db, paperId)
      return { before: sha256, load: loadBefore, copy: await handedIn(db, fileId) }
    })
    await checkSignedCopy(await load(files), await bytesOf(files, copy))
    return { before }
  },
  run: async (context, { paperId, version, entryId, fileId }, { before }) => {
    const { tx, acting, now } = context
    const paper = { ...(await lockPaper(tx, paperId)), version }
    refuseIf(whyNotUpload(acting, paper))
    if ((await toSign(tx, paperId)).sha256 !== before) throw new Refusal('changed-meanwhile')
    const seals = turnOf(paper)?.step === 'seal'
    const at = { actor: personOf(acting), now, paper, kind: seals ? ('sealed' as const) : ('signed' as const) }
    const { sha256 } = await takeHanded(tx, at, fileId)
    const done = seals
      ? await noteSealed(context, paper, entryId, false)
      : { version: await noteSigned(context, paper), issued: false }
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { [at.kind]: sha256, elsewhere: true } }
    return { result: { paperId, ...done }, audit }
  },
})
