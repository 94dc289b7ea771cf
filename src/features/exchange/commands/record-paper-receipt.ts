import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { paperAudit, paperFields, paperReason, RECORD, recordPaper } from '../../programmes/index.ts'
import { whyNotDealtWith } from '../rules.ts'
import { changePackageRow, getPackage } from '../store.ts'

/** Writes down that a party by post confirms, by its paper, the receipt of a package, or returns it with the reason. */
export const recordPaperReceipt = command({
  name: 'exchange.record-paper-receipt',
  permission: RECORD,
  input: z.strictObject({ packageId: z.guid(), version: z.int().min(1), ...paperFields, returned: paperReason.nullable() }),
  run: async (context, { packageId, version, returned, ...fields }) => {
    const { tx } = context
    const found = await getPackage(tx, packageId)
    if (fields.bodyId !== found.to) throw new Refusal('post.not-a-party')
    refuseIf(whyNotDealtWith(found))
    const subject = { kind: 'package' as const, id: packageId, programmeId: found.programmeId }
    const act = returned === null ? ('receive' as const) : ('return' as const)
    await recordPaper(context, subject, fields, { act, reason: returned })
    const received = { state: 'received', received_on: fields.date } as const
    const back = { state: 'returned', returned_on: fields.date, reason: returned ?? '' } as const
    await changePackageRow(tx, { id: packageId, version }, returned === null ? received : back)
    return {
      result: { version: version + 1 },
      audit: { kind: 'package', id: packageId, programme: found.programmeId, detail: { ...paperAudit(fields), act } },
    }
  },
})
