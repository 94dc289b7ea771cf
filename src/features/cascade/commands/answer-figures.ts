import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { answerInput } from '../sending/contract.ts'
import { DECIDE, whyNotAnswer, whyNotReported } from '../sending/rules.ts'
import { answersOf, copiesOf, getAsk, lockAsk } from '../sending/store.ts'

/** Reports the own figures of a half-year to the level above; once more where they came back to be put right. */
export const answerFigures = command({
  name: 'cascade.answer-figures',
  permission: DECIDE,
  input: answerInput,
  run: async ({ tx, acting, today }, { answerId, askId, version, figures }) => {
    const { bodyId } = personOf(acting)
    await lockAsk(tx, askId)
    const ask = await getAsk(tx, askId)
    const copy = (await copiesOf(tx, ask.templateId)).find(one => one.toBody === bodyId)
    if (!copy) throw new Refusal('cascade.not-yours')
    const before = (await answersOf(tx, ask.templateId)).find(one => one.askId === askId && one.bodyId === bodyId)
    refuseIf(whyNotAnswer(ask, before?.state ?? null) ?? whyNotReported(copy.adopted, figures))
    const told = { figures: JSON.stringify(Object.fromEntries(figures.map(one => [one.key, one.value]))), sent_on: today }
    if (before) await changeRow(tx, 'cascade_answer', { id: before.id, version }, { ...told, state: 'sent', reason: null })
    else {
      const at = { ask_id: askId, template_id: ask.templateId, copy_id: copy.id, from_body: bodyId, to_body: copy.fromBody }
      await tx
        .insertInto('cascade_answer')
        .values({ id: answerId, ...at, ...told })
        .execute()
    }
    const id = before?.id ?? answerId
    return { result: { answerId: id }, audit: { kind: 'answer', id, detail: { ask: askId, figures: figures.length } } }
  },
})
