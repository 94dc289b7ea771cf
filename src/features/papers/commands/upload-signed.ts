import { command } from '../../../engine/command.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { uploadInput } from '../contract.ts'
import { isAwaited, printHolders } from '../holders.ts'
import { bytesOf, takeHanded } from '../keep-copy.ts'
import { checkSignedCopy } from '../pdf-pool.ts'
import { HAND_IN, turnOf, whyNotHolder, whyNotUpload } from '../rules.ts'
import { handedIn } from '../set-paper.ts'
import { awaitedFor, noteSealed, noteSigned, toSign } from '../signing.ts'
import { getPaper, lockPaper } from '../store.ts'

/** A copy that was signed or sealed with another tool: taken only where it is the file before, bit for bit, with signatures behind it. */
export const uploadSigned = command({
  name: 'papers.upload-signed',
  permission: HAND_IN,
  input: uploadInput,
  prepare: async ({ read, acting, now, files }, { paperId, fileId, reason }) => {
    const { before, load, copy, awaited } = await read(async db => {
      const paper = await getPaper(db, paperId)
      refuseIf(whyNotUpload(acting, paper))
      const { sha256, load: loadBefore } = await toSign(db, paperId)
      const awaited = await awaitedFor(db, paper, vietnamDate(now))
      return { before: sha256, load: loadBefore, copy: await handedIn(db, fileId), awaited }
    })
    const added = await checkSignedCopy(await load(files), await bytesOf(files, copy))
    const holder = printHolders(added)
    const right = isAwaited(added, awaited)
    if (!right) refuseIf(whyNotHolder(acting, { holder, awaited: awaited.person ?? awaited.body[0]! }, reason))
    return { before, whose: { holder, reason: right ? null : reason! } }
  },
  run: async (context, { paperId, version, entryId, fileId }, { before, whose }) => {
    const { tx, acting, now } = context
    const paper = { ...(await lockPaper(tx, paperId)), version }
    refuseIf(whyNotUpload(acting, paper))
    if ((await toSign(tx, paperId)).sha256 !== before) throw new Refusal('changed-meanwhile')
    const seals = turnOf(paper)?.step === 'seal'
    const at = { actor: personOf(acting), now, paper, kind: seals ? ('sealed' as const) : ('signed' as const), whose }
    const { sha256 } = await takeHanded(tx, at, fileId)
    const done = seals
      ? await noteSealed(context, paper, entryId, false)
      : { version: await noteSigned(context, paper), issued: false }
    const audit = {
      kind: 'paper',
      id: paperId,
      programme: paper.programmeId,
      detail: { [at.kind]: sha256, elsewhere: true, ...(whose.reason ? { taken: whose.holder, reason: whose.reason } : {}) },
    }
    return { result: { paperId, ...done }, audit }
  },
})
