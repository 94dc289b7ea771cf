import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PaperKind } from '../kinds.ts'
import { KindField } from './kind-field.tsx'
import type { Register } from './types.ts'

type Open = 'keep' | 'start' | 'term' | null
type FormProps = { answer: Register; close: () => void }

/** What the clerk does in the book itself: keeps a number, lets the book go on from another, enters the term of a committee. */
export function BookForms({ answer }: { answer: Register }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <section className="card padded stack no-print" aria-label={t('papers.book')}>
      <div className="row">
        <Button onClick={() => setOpen('keep')}>{t('papers.keep')}</Button>
        <Button onClick={() => setOpen('start')}>{t('papers.start-book')}</Button>
        {answer.body.party && <Button onClick={() => setOpen('term')}>{t('papers.term')}</Button>}
      </div>
      {open === 'keep' && <KeepForm answer={answer} close={close} />}
      {open === 'start' && <StartForm answer={answer} close={close} />}
      {open === 'term' && <TermForm answer={answer} close={close} />}
    </section>
  )
}

function KeepForm({ answer: { today }, close }: FormProps) {
  const [kind, setKind] = useState<PaperKind>('CV')
  const [dated, setDated] = useState<string | null>(today)
  const [keptFor, setKeptFor] = useState('')
  const keep = useCommand<object, { number: number }>('papers.keep-number')
  const save = async () => {
    const sent = await keep.send({ entryId: newId(), kind, dated: dated ?? '', keptFor })
    if (!sent) return
    tell(t('papers.number-kept-done', { number: String(sent.answer.number).padStart(2, '0') }))
    close()
  }
  return (
    <Form
      submit={t('papers.keep')}
      busy={keep.state === 'sending'}
      onSubmit={() => void save()}
      others={<Button onClick={close}>{t('papers.cancel')}</Button>}
    >
      <h2>{t('papers.keep-title')}</h2>
      <KindField value={kind} onChange={setKind} />
      <DateField label={t('papers.keep-day')} required value={dated} onChange={setDated} />
      <TextField
        label={t('papers.keep-for')}
        help={t('papers.keep-for-help')}
        required
        value={keptFor}
        onChange={setKeptFor}
        problem={keep.problemAt('keptFor')}
      />
      <Problem of={keep} />
    </Form>
  )
}

function StartForm({ answer: { today }, close }: FormProps) {
  const [kind, setKind] = useState<PaperKind>('CV')
  const [first, setFirst] = useState('')
  const start = useCommand<object>('papers.open-book')
  const save = async () => {
    if (!(await start.send({ bookId: newId(), kind, dated: today, first: Number(first) }))) return
    tell(t('papers.book-started', { first }))
    close()
  }
  return (
    <Form
      submit={t('papers.save')}
      busy={start.state === 'sending'}
      onSubmit={() => void save()}
      others={<Button onClick={close}>{t('papers.cancel')}</Button>}
    >
      <h2>{t('papers.start-book')}</h2>
      <KindField value={kind} onChange={setKind} />
      <TextField
        label={t('papers.first-number')}
        help={t('papers.start-help')}
        required
        short
        value={first}
        onChange={setFirst}
        problem={start.problemAt('first')}
      />
      <Problem of={start} />
    </Form>
  )
}

function TermForm({ answer: { terms }, close }: FormProps) {
  const [name, setName] = useState('')
  const [startsOn, setStart] = useState<string | null>(null)
  const set = useCommand<object>('papers.set-term')
  const save = async () => {
    if (!(await set.send({ startsOn: startsOn ?? '', name }))) return
    tell(t('papers.term-set'))
    close()
  }
  return (
    <Form
      submit={t('papers.save')}
      busy={set.state === 'sending'}
      onSubmit={() => void save()}
      others={<Button onClick={close}>{t('papers.cancel')}</Button>}
    >
      <h2>{t('papers.term')}</h2>
      <p className="quiet">{t('papers.term-help')}</p>
      <p>{terms.map(term => term.name).join('; ')}</p>
      <TextField
        label={t('papers.term-name')}
        help={t('papers.term-name-help')}
        required
        short
        value={name}
        onChange={setName}
        problem={set.problemAt('name')}
      />
      <DateField label={t('papers.term-from')} required value={startsOn} onChange={setStart} />
      <Problem of={set} />
    </Form>
  )
}
