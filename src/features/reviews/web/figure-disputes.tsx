import { useState } from 'react'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Dispute, ReviewAnswer } from './types.ts'

type DisputesProps = { answer: ReviewAnswer; figureId: string }

/** What the sides say of one figure, and the place to say it. The number itself is written by nobody. */
export function FigureDisputes({ answer, figureId }: DisputesProps) {
  const said = answer.disputes.filter(one => one.figureId === figureId)
  const own = said.some(one => one.closedAt === null && one.can.close === null)
  const [writing, setWriting] = useState(false)
  if (said.length === 0 && answer.can.dispute !== null) return null
  return (
    <section className="stack" aria-labelledby="y-kien-so-lieu">
      <h3 id="y-kien-so-lieu">{t('reviews.disputes')}</h3>
      <ul className="lines">
        {said.map(one => (
          <Said key={one.id} dispute={one} answer={answer} />
        ))}
      </ul>
      {answer.can.dispute === null && !own && !writing && (
        <div>
          <Button onClick={() => setWriting(true)}>{t('reviews.dispute')}</Button>
        </div>
      )}
      {writing && <DisputeForm at={{ reviewId: answer.review.id, figureId }} onDone={() => setWriting(false)} />}
    </section>
  )
}

function Said({ dispute: one, answer }: { dispute: Dispute; answer: ReviewAnswer }) {
  const closing = useCommand<{ disputeId: string }>('reviews.close-dispute')
  const close = async () => {
    if (await closing.send({ disputeId: one.id })) tell(t('reviews.dispute-closed'))
  }
  const name = answer.compiled.head.parties.find(party => party.bodyId === one.bodyId)?.shortName ?? ''
  const facts = { name, day: vietnamDate(new Date(one.raisedAt)), value: printNumber(one.value) }
  return (
    <li>
      <p>{one.note}</p>
      <p className="quiet small">{t(one.closedAt ? 'reviews.dispute-was' : 'reviews.dispute-by', facts)}</p>
      {one.closedAt === null && one.can.close === null && (
        <Button look="plain" busy={closing.state === 'sending'} onClick={() => void close()}>
          {t('reviews.dispute-close')}
        </Button>
      )}
      <Problem of={closing} />
    </li>
  )
}

function DisputeForm({ at, onDone }: { at: { reviewId: string; figureId: string }; onDone: () => void }) {
  const [note, setNote] = useState('')
  const raising = useCommand<object>('reviews.dispute-figure')
  const send = async () => {
    const disputeId = newId()
    if (!(await raising.send({ disputeId, ...at, note }))) return
    tellUndo(t('reviews.disputed'), 'reviews.close-dispute', { disputeId })
    onDone()
  }
  return (
    <Form submit={t('reviews.dispute-send')} busy={raising.state === 'sending'} onSubmit={() => void send()}>
      <TextArea
        label={t('reviews.dispute-note')}
        help={t('reviews.dispute-help')}
        required
        value={note}
        onChange={setNote}
        problem={raising.problemAt('note')}
      />
      <Problem of={raising} />
    </Form>
  )
}
