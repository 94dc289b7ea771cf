import { useState } from 'react'
import type { IsoDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tellUndo } from '../../../../ui/client/tell-undo.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { SelectField, TextArea } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { useRequired } from '../../../../ui/components/use-required.ts'
import { t } from '../../../../ui/messages/index.ts'
import type { PartsAnswer } from './types.ts'

type AskProps = { reviewId: string; answer: PartsAnswer; onDone: () => void }

/** Which heading, of which unit, by when. The other sides see that it is awaited, not of whom. */
export function AskPart({ reviewId, answer: { headings, units }, onDone }: AskProps) {
  const [partId] = useState(() => newId())
  const [place, setPlace] = useState('')
  const [unitId, setUnit] = useState('')
  const [dueOn, setDue] = useState<IsoDate | null>(null)
  const [note, setNote] = useState('')
  const asking = useCommand<object>('reviews.ask-part')
  const required = useRequired({ place, unitId, dueOn })
  const ask = async () => {
    if (!required.check()) return
    if (!(await asking.send({ partId, reviewId, place, unitId, dueOn, note }))) return
    tellUndo(t('parts.asked'), 'reviews.drop-part', { partId, version: 1 })
    onDone()
  }
  return (
    <Form
      submit={t('parts.ask')}
      busy={asking.state === 'sending'}
      onSubmit={() => void ask()}
      others={
        <Button look="plain" onClick={onDone}>
          {t('part.close')}
        </Button>
      }
    >
      <SelectField
        label={t('parts.heading')}
        required
        value={place}
        onChange={setPlace}
        problem={required.problemOf('place')}
        choices={headings.map(one => ({ value: one.place, label: one.title }))}
        empty=""
      />
      <SelectField
        label={t('parts.unit')}
        help={t('parts.unit-help')}
        required
        value={unitId}
        onChange={setUnit}
        problem={required.problemOf('unitId')}
        choices={units.map(one => ({ value: one.id, label: one.name }))}
        empty=""
      />
      <DateField
        label={t('parts.due')}
        required
        value={dueOn}
        onChange={setDue}
        problem={required.problemOf('dueOn') ?? asking.problemAt('dueOn')}
      />
      <TextArea label={t('parts.note')} help={t('parts.note-help')} rows={2} value={note} onChange={setNote} />
      <Problem of={asking} />
    </Form>
  )
}
