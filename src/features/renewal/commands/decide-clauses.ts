import type { Insertable } from 'kysely'
import type { z } from 'zod'
import { type CommandContext, command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { Tx } from '../../../engine/db/database.ts'
import type { DB } from '../../../engine/db/schema.generated.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { everyClauseOn, fromItsSeat, getProgramme, seatAt } from '../../programmes/index.ts'
import { decideInput } from '../contract.ts'
import { decisionsOf } from '../load-next.ts'
import { WORK, whyNotSaid } from '../rules.ts'

/** What the own side wants of clauses in the next programme; the other parties read it and decide for themselves. */
export const decideClauses = command({
  name: 'renewal.decide-clauses',
  permission: WORK,
  input: decideInput,
  run: async (context, input) => fromItsSeat(context.tx, input.programmeId, () => decide(context, input)),
})

/** In the seat that is a party of it: of two programmes of merged provinces one is signed from each. */
async function decide({ tx, acting, now, today }: CommandContext, { programmeId, decisions }: z.output<typeof decideInput>) {
  const { accountId } = personOf(acting)
  const { id } = await getProgramme(tx, programmeId)
  const bodyId = (await seatAt(tx, id)) ?? personOf(acting).bodyId
  const known = new Map((await everyClauseOn(tx, programmeId, today)).map(clause => [clause.path, clause]))
  const held = (await decisionsOf(tx, programmeId)).filter(one => one.bodyId === bodyId)
  for (const { decisionId, path, version, ...said } of decisions) {
    if (known.get(path)?.heading !== false) throw new Refusal('not-found', { what: 'clause' })
    refuseIf(whyNotSaid(said))
    const by = { decided_by: accountId, decided_at: now }
    const change = { choice: said.choice, new_text: said.text ?? null, reason: said.reason ?? null, ...by }
    const before = held.find(one => one.path === path)
    if (before) await changeRow(tx, 'renewal_decision', { id: before.id, version }, change)
    else await enter(tx, { id: decisionId, programme_id: programmeId, clause_path: path, body_id: bodyId, ...change })
  }
  const detail = { decided: decisions.map(({ path, choice }) => ({ path, choice })) }
  return { result: null, audit: { kind: 'renewal', id: programmeId, programme: programmeId, detail } }
}

/** One decision of a side on a clause: a second one entered from another screen is told so. */
async function enter(tx: Tx, row: Insertable<DB['renewal_decision']>): Promise<void> {
  const made = await tx
    .insertInto('renewal_decision')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Refusal('changed-meanwhile')
}
