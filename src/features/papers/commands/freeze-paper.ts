import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { versionedInput } from '../contract.ts'
import { keepMade, storeMade, takeHanded } from '../keep-copy.ts'
import { CLERK, whyNotFreeze } from '../rules.ts'
import { setBytes, whyNotReady } from '../set-paper.ts'
import { getPaper } from '../store.ts'
import { fileNameOf } from '../words.ts'

/** The bytes that all sides sign: set once, kept under their digest, number and date left blank. */
export const freezePaper = command({
  name: 'papers.freeze-paper',
  permission: CLERK,
  input: versionedInput,
  prepare: async ({ read, acting, now, files }, { paperId }) => {
    const set = await read(async db => {
      const paper = await getPaper(db, paperId)
      refuseIf(whyNotFreeze(acting, paper))
      return setBytes({ db, acting, now, today: vietnamDate(now) }, paper)
    })
    const { bytes, ...facts } = await set(files)
    return { stored: await storeMade(files, bytes), ...facts }
  },
  run: async ({ tx, acting, now, today }, { paperId, version }, { stored, pages, signers }) => {
    const paper = await getPaper(tx, paperId)
    refuseIf(whyNotFreeze(acting, paper))
    refuseIf(await whyNotReady({ db: tx, acting, now, today }, paper))
    const at = { actor: personOf(acting), now, paper: { id: paperId, version }, kind: 'frozen' as const }
    const handed = paper.sourceKind === 'file' ? paper.sourceId : null
    const fileId = handed ?? (await keepMade(tx, at, stored, fileNameOf(paper)))
    if (handed) await takeHanded(tx, at, handed)
    const frozen = { state: 'frozen', frozen_file: fileId, frozen_at: now, pages, signers: JSON.stringify(signers) }
    const updated = await changeRow(tx, 'paper', { id: paperId, version }, frozen)
    const audit = { kind: 'paper', id: paperId, programme: paper.programmeId, detail: { frozen: stored.sha256 } }
    return { result: { paperId, version: updated.version, sha256: stored.sha256 }, audit }
  },
})
