import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { personShown, pictureOf } from '../appearance.ts'
import { signInput } from '../contract.ts'
import { keepMade, storeMade } from '../keep-copy.ts'
import { signWith } from '../pdf-pool.ts'
import { SIGN, whyNotSign } from '../rules.ts'
import { noteSigned, toSign } from '../signing.ts'
import { getPaper, lockPaper } from '../store.ts'
import { fileNameOf } from '../words.ts'

/** A person with the authority signs by a key file. The file before stays as it was; the signature stands behind it. */
export const signPaper = command({
  name: 'papers.sign-paper',
  permission: SIGN,
  input: signInput,
  secret: true,
  prepare: async ({ read, acting, now, files }, { paperId, keyFile, password, picture }) => {
    const drawn = pictureOf(picture)
    const { load, paper } = await read(async db => {
      const paper = await getPaper(db, paperId)
      refuseIf(whyNotSign(acting, paper))
      return { paper, ...(await toSign(db, paperId)) }
    })
    const bytes = await load(files)
    const look = await personShown({ paper, bodyId: personOf(acting).bodyId, picture: drawn }, bytes)
    const { signed, unseen } = await signWith({ keyFile, password }, bytes, { at: now, reason: 'Ký văn bản', ...look })
    return { stored: await storeMade(files, signed), unseen }
  },
  run: async (context, { paperId, version }, { stored, unseen }) => {
    const { tx, acting, now } = context
    const paper = { ...(await lockPaper(tx, paperId)), version }
    refuseIf(whyNotSign(acting, paper))
    await keepMade(tx, { actor: personOf(acting), now, paper, kind: 'signed' }, stored, fileNameOf(paper))
    const next = await noteSigned(context, paper)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { signed: stored.sha256 } }
    return { result: { paperId, version: next, unseen }, audit }
  },
})
