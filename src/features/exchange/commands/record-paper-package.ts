import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { digestOf, paperAudit, postalParty, RECORD, recordPaper } from '../../programmes/index.ts'
import { type PackageContent, paperPackageInput } from '../contract.ts'
import { getDuty } from '../duty-of.ts'
import { filesOf, headOf } from '../gather.ts'
import { whyNotRecordPaper } from '../rules.ts'
import { dutyColumns, insertPackage } from '../store.ts'

/** Writes down what a partner by post tells of itself by its paper. Its receipt is of the day on which it is written down; it is told by the day of the paper. */
export const recordPaperPackage = command({
  name: 'exchange.record-paper-package',
  permission: RECORD,
  input: paperPackageInput,
  run: async (context, { packageId, note, actId, number, date, fileId, ...asked }) => {
    const { tx, acting, now, today } = context
    const { bodyId, accountId } = personOf(acting)
    const { programmeId, year } = asked
    const duty = await getDuty(tx, asked, bodyId)
    refuseIf(whyNotRecordPaper(acting, duty, await postalParty(tx, programmeId, duty.from), { date, today }))
    const told = { figures: [], activities: [], files: await filesOf(tx, [fileId]), signer: null }
    const content: PackageContent = { ...(await headOf(tx, { ...duty, programmeId })), note, ...told }
    const digest = digestOf(content)
    const fields = { actId, bodyId: duty.from, digest, number, date, fileId }
    await recordPaper(context, { kind: 'package', id: packageId, programmeId }, fields, { act: 'inform' })
    await insertPackage(tx, {
      id: packageId,
      ...dutyColumns(programmeId, year, duty),
      state: 'received',
      note,
      content: JSON.stringify(content),
      digest,
      sent_on: date,
      received_on: today,
      paper_act_id: actId,
      created_by: accountId,
      created_at: now,
    })
    const detail = { ...paperAudit(fields), dutyKey: duty.key }
    return { result: { packageId }, audit: { kind: 'package', id: packageId, programme: programmeId, detail } }
  },
})
