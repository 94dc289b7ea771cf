import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { pictureOf, sealShown } from '../appearance.ts'
import { sealInput } from '../contract.ts'
import { keepMade, storeMade } from '../keep-copy.ts'
import { signWith } from '../pdf-pool.ts'
import { CLERK, whyNotSeal } from '../rules.ts'
import { noteSealed, toSign } from '../signing.ts'
import { citationOf, getPaper, lockPaper } from '../store.ts'
import { fileNameOf } from '../words.ts'

/** The clerk sets the body's seal by its key file, after the person's signature and the number. */
export const sealPaper = command({
  name: 'papers.seal-paper',
  permission: CLERK,
  input: sealInput,
  secret: true,
  prepare: async ({ read, acting, now, files }, { paperId, keyFile, password, picture }) => {
    const drawn = pictureOf(picture)
    const { load, paper, reason } = await read(async db => {
      const paper = await getPaper(db, paperId)
      refuseIf(whyNotSeal(acting, paper))
      return { paper, ...(await toSign(db, paperId)), reason: `Ban hành ${citationOf(paper)}` }
    })
    const bytes = await load(files)
    const look = await sealShown({ paper, bodyId: personOf(acting).bodyId, picture: drawn }, bytes, now)
    const { signed, unseen } = await signWith({ keyFile, password }, bytes, { at: now, reason, ...look })
    return { stored: await storeMade(files, signed), unseen }
  },
  run: async (context, { paperId, version, entryId }, { stored, unseen }) => {
    const { tx, acting, now } = context
    const paper = { ...(await lockPaper(tx, paperId)), version }
    refuseIf(whyNotSeal(acting, paper))
    await keepMade(tx, { actor: personOf(acting), now, paper, kind: 'sealed' }, stored, fileNameOf(paper))
    const done = await noteSealed(context, paper, entryId, false)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { sealed: stored.sha256 } }
    return { result: { paperId, ...done, unseen }, audit }
  },
})
