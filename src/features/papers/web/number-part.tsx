import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'

type Value = { dated: string | null; from: string; after: string; ink: boolean }

/** "Cấp số": one button; a number that was kept or one with a letter where that is chosen. */
export function NumberPart({ shown }: { shown: Shown }) {
  const { paper, can, kept, today } = shown
  const [value, setValue] = useState<Value>({ dated: today, from: 'next', after: '', ink: false })
  const set = (change: Partial<Value>) => setValue(before => ({ ...before, ...change }))
  const give = useCommand<object, { cited: string }>('papers.number-paper')
  if (can.numberInk !== null) return null
  const unsigned = can.number !== null
  const choose = (from: string) => {
    const one = kept.find(number => number.id === from)
    set({ from, ...(one ? { dated: one.dated } : {}) })
  }
  const send = async () => {
    const how = value.from === 'letter' ? { after: Number(value.after) } : value.from === 'next' ? {} : { keptId: value.from }
    const at = { paperId: paper.id, version: paper.version, entryId: newId(), dated: value.dated ?? '' }
    const sent = await give.send({ ...at, ...how, ink: unsigned && value.ink })
    if (sent) tell(t('papers.number-given', { cited: sent.answer.cited }))
  }
  const choices = [
    { value: 'next', label: t('papers.number-next') },
    ...kept.map(one => ({ value: one.id, label: t('papers.number-kept', { number: one.number, for: one.keptFor }) })),
    { value: 'letter', label: t('papers.number-letter') },
  ]
  const form = (
    <Form submit={t('papers.give-number')} busy={give.state === 'sending'} onSubmit={() => void send()}>
      {unsigned && (
        <ChecksField
          label={t('papers.sign-title')}
          value={value.ink ? ['ink'] : []}
          onChange={chosen => set({ ink: chosen.length > 0 })}
          choices={[{ value: 'ink', label: t('papers.number-ink') }]}
        />
      )}
      <SelectField label={t('papers.number-from')} empty={null} value={value.from} onChange={choose} choices={choices} />
      {value.from === 'letter' && (
        <TextField label={t('papers.number-after')} required short value={value.after} onChange={after => set({ after })} />
      )}
      <DateField label={t('papers.dated')} required value={value.dated} onChange={dated => set({ dated })} />
      <Problem of={give} />
    </Form>
  )
  return (
    <section className="card padded stack no-print" aria-labelledby="number">
      <h2 id="number">{t('papers.number-title')}</h2>
      {unsigned && can.sign === null ? (
        // Who may sign as well has signing as the next step; this one stands folded beside it.
        <details className="stack">
          <summary>{t('papers.number-ink-first')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </section>
  )
}
