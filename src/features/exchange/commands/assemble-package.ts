import { command } from '../../../engine/command.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { assembleInput } from '../contract.ts'
import { checkActivities, takeUpFiles } from '../gather.ts'
import { daysFor, dutiesBetween, informingProgrammes } from '../load-duties.ts'
import { PREPARE, whyNotAssemble, whyNotYear } from '../rules.ts'
import { insertPackage, lastReturned, personOf } from '../store.ts'

/** Prepares what the own side owes for a period: its activities, their figures, chosen files. After a return it stands in that one's place. */
export const assemblePackage = command({
  name: 'exchange.assemble-package',
  permission: PREPARE,
  input: assembleInput,
  run: async ({ tx, acting, now, today }, { packageId, programmeId, dutyKey, year, note, activityIds, fileIds }) => {
    const { bodyId, accountId } = personOf(acting)
    const row = await getProgramme(tx, programmeId)
    refuseIf(whyNotYear(year, { periodFrom: row.period_from, periodTo: row.period_to }))
    const [programme] = await informingProgrammes(tx, programmeId)
    const duties = programme ? dutiesBetween(programme, year, await daysFor(tx, [year]), bodyId) : []
    const duty = duties.find(one => one.key === dutyKey)
    if (!duty) throw new Refusal('exchange.no-such-duty')
    refuseIf(whyNotAssemble(acting, duty, today))
    const { kind, label, from, to, periodFrom, periodTo, cutoff, dueOn, commitmentId } = duty
    await checkActivities(tx, { programmeId, from, periodFrom, periodTo }, activityIds)
    await takeUpFiles(tx, { id: packageId, programmeId, from }, fileIds)
    await insertPackage(tx, {
      id: packageId,
      programme_id: programmeId,
      commitment_id: commitmentId,
      from_body: from,
      to_body: to,
      duty_key: dutyKey,
      kind,
      year,
      label,
      period_from: periodFrom,
      period_to: periodTo,
      cutoff_on: cutoff,
      due_on: dueOn,
      note,
      activity_ids: activityIds ?? null,
      file_ids: [...new Set(fileIds)],
      replaces: await lastReturned(tx, dutyKey),
      created_by: accountId,
      created_at: now,
    })
    return { result: { packageId }, audit: { kind: 'package', id: packageId, programme: programmeId, detail: { year, dutyKey } } }
  },
})
