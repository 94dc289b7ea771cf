import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { checkServes } from '../../programmes/index.ts'
import { recordInput } from '../contract.ts'
import { toldOf, WORK, whyNotReported } from '../rules.ts'
import { checkCommunes, earlierOf, refuseTwice, writeFigures } from '../store.ts'

/** Enters what an official report tells of communes in a year. The other parties read what may be told. */
export const recordReport = command({
  name: 'outcomes.record-report',
  permission: WORK,
  input: recordInput,
  run: async ({ tx, acting, now, today }, { reportId, programmeId, clausePath, figures, ...said }) => {
    const { bodyId, accountId } = personOf(acting)
    refuseIf(whyNotReported({ ...said, figures }, today))
    await checkServes(tx, { programmeId, clausePath }, 'movements.no-programme')
    await checkCommunes(tx, figures)
    await refuseTwice(tx, { bodyId, programmeId, ...said }, reportId)
    const told = toldOf(said.indicator, figures, await earlierOf(tx, { bodyId, ...said }))
    const { indicator, year, number, issuedOn, issuer } = said
    await tx
      .insertInto('outcome_report')
      .values({
        id: reportId,
        body_id: bodyId,
        programme_id: programmeId,
        clause_path: clausePath ?? null,
        indicator,
        year,
        number,
        issued_on: issuedOn,
        issuer,
        told_total: told.total,
        created_by: accountId,
        created_at: now,
      })
      .execute()
    await writeFigures(tx, { id: reportId, bodyId, programmeId }, figures, told)
    return {
      result: { reportId, version: 1 },
      audit: { kind: 'outcome-report', id: reportId, programme: programmeId, detail: { indicator, year } },
    }
  },
})
