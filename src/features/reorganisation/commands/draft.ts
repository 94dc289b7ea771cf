import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { recordPassings } from '../../programmes/index.ts'
import { draftInput } from '../content.ts'
import { ANSWER } from '../contract.ts'
import { whyNotDraft, whyNotPrinted, whyNotReorganise } from '../rules.ts'
import { whyNotPieces } from '../share-rules.ts'
import { openPieces, recordShares } from '../shares.ts'
import { concerned as concernedOf, groundOf, haveAccounts, printedNames } from '../store.ts'

/** Lays a reorganisation before those whom it concerns; nothing changes until all have agreed and its day has come. */
export const draft = command({
  name: 'reorganisation.draft',
  permission: ANSWER,
  input: draftInput,
  run: async ({ tx, acting, now, enqueue }, { reorganisationId, kind, decision, effectiveOn, content, passings, shares }) => {
    const { bodyId, accountId } = personOf(acting)
    const concerned = await concernedOf(tx, { content, passings, shares })
    refuseIf(whyNotDraft(acting, concerned))
    if (decision.date > effectiveOn) refuseIf({ code: 'reorganisation.decided-later' })
    refuseIf(whyNotReorganise({ kind, effectiveOn, content, passings, shares }, await groundOf(tx)))
    refuseIf(whyNotPrinted(passings, await printedNames(tx, passings, effectiveOn)))
    if (shares.some(share => share.pieceId !== null))
      refuseIf(whyNotPieces(shares, { bodyId, pieces: await openPieces(tx, bodyId) }))
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
    await recordPassings(tx, { id: reorganisationId, effectiveOn }, passings)
    await recordShares(tx, reorganisationId, shares)
    const people = await haveAccounts(
      tx,
      content.endings.map(one => one.bodyId),
    )
    if (people.some(body => body.hasAccounts)) await enqueue('reorganisation.count', { reorganisationId })
    return { result: { reorganisationId }, audit: { kind: 'reorganisation', id: reorganisationId, detail: { kind, concerned } } }
  },
})
