import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { concernedBy, draftInput } from '../content.ts'
import { DRAFT } from '../contract.ts'
import { whyNotDraft, whyNotReorganise } from '../rules.ts'
import { groundOf, haveAccounts } from '../store.ts'

/** Lays a reorganisation before those whom it concerns; nothing changes until all have agreed and its day has come. */
export const draft = command({
  name: 'reorganisation.draft',
  permission: DRAFT,
  input: draftInput,
  run: async ({ tx, acting, now, enqueue }, { reorganisationId, kind, decision, effectiveOn, content }) => {
    const { bodyId, accountId } = personOf(acting)
    const concerned = concernedBy(content)
    refuseIf(whyNotDraft(acting, concerned))
    if (decision.date > effectiveOn) refuseIf({ code: 'reorganisation.decided-later' })
    refuseIf(whyNotReorganise({ kind, effectiveOn, content }, await groundOf(tx)))
    await tx
      .insertInto('reorganisation')
      .values({
        id: reorganisationId,
        kind,
        decision_number: decision.number,
        decision_date: decision.date,
        issuer: decision.issuer,
        effective_on: effectiveOn,
        content: JSON.stringify(content),
        concerned,
        drafted_by: bodyId,
        created_by: accountId,
        created_at: now,
      })
      .execute()
    const people = await haveAccounts(
      tx,
      content.endings.map(one => one.bodyId),
    )
    if (people.some(body => body.hasAccounts)) await enqueue('reorganisation.count', { reorganisationId })
    return { result: { reorganisationId }, audit: { kind: 'reorganisation', id: reorganisationId, detail: { kind, concerned } } }
  },
})
