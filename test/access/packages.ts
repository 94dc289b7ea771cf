import { newId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/kernel/permissions.ts'
import { insertProgramme } from '../harness/programme.ts'
import { OURS, type Stage } from './stage.ts'

type Matrix = { rows: { from: string; cells: Record<string, { dutyKey: string }> }[] }

/** What a side owes for the year before this one, whose figures are closed whatever the day. */
export async function owedPackage({ site, as }: Stage, actor: Actor, note = OURS) {
  const year = new Date().getUTCFullYear() - 1
  const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const informing = { path: 'II/3', text: 'Hằng năm cung cấp thông tin', schedules: [yearly], topics: ['information' as const] }
  const { id } = await insertProgramme(site, [{ ...informing, lead: ['mttq', 'sdttg'] }], { from: year, to: year + 4 })
  const { rows } = await site.ask<Matrix>(actor, 'exchange.matrix', { programmeId: id, year })
  const { dutyKey } = Object.values(rows.find(row => row.from === actor.bodyId)!.cells)[0]!
  const input = { packageId: newId(), programmeId: id, dutyKey, year, note }
  return { input, assemble: () => as(actor)('exchange.assemble-package', input) }
}

type Wanted = { note?: string; seenBy?: Actor; approved?: boolean }

/** A draft of the own side, as its officer leaves it to the leader, or as a leader has approved it. */
export async function draftPackage(stage: Stage, wanted: Wanted = {}): Promise<{ packageId: string; digest: string }> {
  const { note = OURS, seenBy = stage.leader, approved = false } = wanted
  const { input, assemble } = await owedPackage(stage, stage.officer, note)
  await assemble()
  const { packageId } = input
  const digest = await digestFor(stage, seenBy, packageId)
  if (approved) await stage.as(stage.leader)('exchange.approve-package', { clearanceId: newId(), packageId, digest })
  return { packageId, digest }
}

export async function sentPackage(stage: Stage, note = OURS): Promise<string> {
  const { packageId, digest } = await draftPackage(stage, { note })
  await stage.as(stage.leader)('exchange.send-package', { packageId, version: 1, digest })
  return packageId
}

const digestFor = async ({ site }: Stage, actor: Actor, packageId: string): Promise<string> =>
  (await site.ask<{ digest: string }>(actor, 'exchange.package', { packageId })).digest
