import { type Engine, runCommand, runQuery } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import { actorOf } from './look-scenes.ts'

/** A merger that waits for those whom it concerns, counted, and one that is applied. */
export async function mergers(engine: Engine): Promise<{ waiting: string; applied: string }> {
  const keeper = await actorOf(engine, 'quantri.mttq')
  const heir = await actorOf(engine, 'hoa')
  const known = (await runQuery(engine, keeper, 'reorganisation.list', {})) as { reorganisations: { id: string }[] }
  const waiting = newId()
  const input = {
    reorganisationId: waiting,
    kind: 'merge',
    decision: { number: '15/QĐ-UBND', date: '2026-01-05', issuer: 'Ủy ban nhân dân tỉnh Sơn Hà' },
    effectiveOn: '2099-01-01',
    content: { endings: [{ bodyId: keeper.bodyId, heirId: heir.bodyId }] },
  }
  await runCommand(engine, keeper, { commandId: newId(), name: 'reorganisation.draft', input })
  return { waiting, applied: known.reorganisations[0]!.id }
}
