import { useState } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { RadioField, TextField } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { useRequired } from '../../../../ui/components/use-required.ts'
import { t } from '../../../../ui/messages/index.ts'
import { SORTS, type Sort } from '../contract.ts'
import type { Shown } from './commendation-page.tsx'

/** Puts somebody or a collective forward. A name lives in this window alone until it is sent, and nowhere in the browser. */
export function NominatePart({ shown: { commendation: one } }: { shown: Shown }) {
  const [open, setOpen] = useState(false)
  const [lineId] = useState(() => newId())
  const [sort, setSort] = useState<Sort>('individual')
  const [name, setName] = useState('')
  const [workplace, setWorkplace] = useState('')
  const nominate = useCommand<object>('honours.nominate', { keep: false })
  const required = useRequired({ name })
  const save = async () => {
    if (!required.check()) return
    if (await nominate.send({ lineId, commendationId: one.id, sort, name, workplace })) tell(t('commendations.nominated'))
  }
  if (!open)
    return (
      <div className="row no-print">
        <Button onClick={() => setOpen(true)}>{t('commendations.nominate')}</Button>
      </div>
    )
  return (
    <section className="card padded stack no-print" aria-labelledby="nominate">
      <h2 id="nominate">{t('commendations.nominate')}</h2>
      <Form
        onSubmit={() => void save()}
        submit={t('commendations.nominate')}
        busy={nominate.state === 'sending'}
        others={<Button onClick={() => setOpen(false)}>{t('commendations.cancel')}</Button>}
      >
        <RadioField
          label={t('commendations.sort')}
          name="sort"
          value={sort}
          onChange={setSort}
          choices={SORTS.map(value => ({ value, label: t(`commendations.sort-${value}`) }))}
        />
        <TextField
          label={t(`commendations.name-${sort}`)}
          help={sort === 'individual' ? t('commendations.name-individual-help') : undefined}
          required
          maxLength={sort === 'individual' ? 100 : 200}
          value={name}
          onChange={setName}
          problem={required.problemOf('name')}
          spellCheck={false}
        />
        <TextField label={t('commendations.workplace')} maxLength={200} value={workplace} onChange={setWorkplace} />
        <Problem of={nominate} />
      </Form>
    </section>
  )
}
