import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { LETTERS } from '../contract.ts'
import type { RecordProps } from './recognised-page.tsx'

type Written = { number: string; date: string | null; letter: '' | (typeof LETTERS)[number] }

/** The end of a recognition by decision: number, day and the letter of the article. */
export function RemovePart({ shown: { recognition: one, can, today }, again }: RecordProps) {
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState<Written>({ number: '', date: null, letter: '' })
  const remove = useCommand<object, { version: number }>('honours.remove-recognition')
  const restore = useCommand<object>('honours.restore-recognition')
  const required = useRequired(value)
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const back = async (version: number) => {
    if (await restore.send({ recognitionId: one.id, version })) await again()
  }
  const save = async () => {
    if (!required.check()) return
    const sent = await remove.send({ recognitionId: one.id, version: one.version, ...value })
    if (!sent) return
    tell(t('honours.removed'), () => back(sent.answer.version))
    await again()
  }
  if (can.restore)
    return (
      <div className="row no-print">
        <Button onClick={() => void back(one.version)}>{t('honours.restore')}</Button>
        <Problem of={restore} />
      </div>
    )
  if (!can.remove) return null
  if (!open)
    return (
      <div className="row no-print">
        <Button onClick={() => setOpen(true)}>{t('honours.remove')}</Button>
      </div>
    )
  return (
    <section className="card padded stack no-print" aria-labelledby="remove">
      <h2 id="remove">{t('honours.remove')}</h2>
      <p className="quiet">{t('honours.remove-help')}</p>
      <Form
        onSubmit={() => void save()}
        submit={t('honours.remove')}
        busy={remove.state === 'sending'}
        others={<Button onClick={() => setOpen(false)}>{t('honours.cancel')}</Button>}
      >
        <TextField
          label={t('honours.number')}
          required
          maxLength={60}
          value={value.number}
          onChange={number => set({ number })}
          problem={required.problemOf('number')}
          spellCheck={false}
        />
        <DateField
          label={t('honours.date')}
          required
          value={value.date}
          min={one.decidedOn}
          max={today}
          onChange={date => set({ date })}
          problem={required.problemOf('date')}
        />
        <SelectField
          label={t('honours.letter')}
          required
          value={value.letter}
          onChange={letter => set({ letter })}
          choices={LETTERS.map(letter => ({ value: letter, label: t('honours.letter-choice', { letter }) }))}
          problem={required.problemOf('letter')}
        />
        <Problem of={remove} />
      </Form>
    </section>
  )
}
