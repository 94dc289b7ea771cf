import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { whyNotStand } from '../amendments/content.ts'
import { signingInput } from '../amendments/contract.ts'
import { RECORD, whyNotRecord } from '../amendments/rules.ts'
import { takeSignedFile } from '../amendments/signed-file.ts'
import { standingOf } from '../amendments/standing.ts'
import { holdText, stepAmendment } from '../amendments/store.ts'
import { takeEffect } from '../amendments/take-effect.ts'

/**
 * The clerk records the signed paper: number, day and file. From the day of effect on the text and the commitments are as agreed;
 * the original and what was in force before stay as they are.
 */
export const recordSigning = command({
  name: 'programmes.record-signing',
  permission: RECORD,
  input: signingInput,
  run: async ({ tx, acting, now }, { amendmentId, version, number, signedOn, fileId }) => {
    const found = await standingOf(tx, amendmentId)
    refuseIf(whyNotRecord(acting, found, signedOn))
    await holdText(tx, found.programmeId)
    refuseIf(await whyNotStand(tx, found))
    const { accountId } = personOf(acting)
    const { sha256 } = await takeSignedFile(tx, { fileId, amendmentId, programmeId: found.programmeId, acting })
    const paper = { number, signed_on: signedOn, signed_file: fileId, recorded_by: accountId, recorded_at: now }
    await stepAmendment(tx, { amendmentId, version }, { state: 'signed', ...paper })
    await takeEffect(tx, found)
    return {
      result: { version: version + 1 },
      audit: { kind: 'amendment', id: amendmentId, programme: found.programmeId, detail: { number, signedOn, sha256 } },
    }
  },
})
