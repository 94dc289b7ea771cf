import './honours.css'
import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { lists } from '../queries/lists.ts'

type Shown = AnswerOf<typeof lists>
type List = Shown['lists'][number]

/** The decisions of the register, each with the bodies that agreed to its list. */
export default function ListsPage() {
  const found = useAnswer<Shown>('honours.lists', {})
  const bar = [
    { label: t('honours.title'), to: '/nguoi-co-uy-tin' },
    { label: t('honours.lists-title'), current: true },
  ]
  return (
    <Page title={t('honours.lists-title')} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>
        {({ lists: all, can, today }) =>
          all.length === 0 ? (
            <EmptyPlace title={t('honours.none-title')} help={t('honours.none-help')} />
          ) : (
            all.map(list => <ListPart key={list.id} list={list} may={can.note} today={today} />)
          )
        }
      </Answered>
    </Page>
  )
}

function ListPart({ list, may, today }: { list: List; may: boolean; today: string }) {
  const [open, setOpen] = useState(false)
  const drop = useCommand<object>('honours.drop-consultation')
  const dropOne = async (consultationId: string) => {
    if (await drop.send({ consultationId })) tell(t('honours.consult-dropped'))
  }
  const said = { number: list.number, day: list.date, issuer: list.issuer, year: list.year }
  return (
    <section className="card padded stack" aria-labelledby={list.id}>
      <h2 id={list.id}>{t('honours.decided-said', said)}</h2>
      <p>
        {t('honours.count-persons')}: <b>{list.count}</b>
      </p>
      <h3>{t('honours.consulted')}</h3>
      <ul className="honours-list">
        {list.consulted.map(one => (
          <li className="row" key={one.id}>
            <span>
              {one.body} · {one.number} · {printDate(one.date)}
            </span>
            {may && (
              <Button look="plain" aria-label={`${t('honours.consult-drop')}: ${one.body}`} onClick={() => void dropOne(one.id)}>
                {t('honours.consult-drop')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={drop} />
      {may && !open && (
        <div className="row no-print">
          <Button onClick={() => setOpen(true)}>{t('honours.consult-add')}</Button>
        </div>
      )}
      {open && <ConsultForm listId={list.id} today={today} close={() => setOpen(false)} />}
    </section>
  )
}

function ConsultForm({ listId, today, close }: { listId: string; today: string; close: () => void }) {
  const [consultationId] = useState(() => newId())
  const [value, setValue] = useState<{ consulted: string; paperNumber: string; paperDate: string | null }>({
    consulted: '',
    paperNumber: '',
    paperDate: null,
  })
  const note = useCommand<object>('honours.note-consultation')
  const required = useRequired(value)
  const save = async () => {
    if (!required.check() || !(await note.send({ consultationId, listId, ...value }))) return
    tell(t('honours.consult-saved', { body: value.consulted.trim() }))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('honours.save')}
      busy={note.state === 'sending'}
      others={<Button onClick={close}>{t('honours.cancel')}</Button>}
    >
      <p className="quiet">{t('honours.consult-help')}</p>
      <TextField
        label={t('honours.consult-body')}
        required
        maxLength={200}
        value={value.consulted}
        onChange={consulted => setValue({ ...value, consulted })}
        problem={required.problemOf('consulted')}
      />
      <TextField
        label={t('honours.paper-number')}
        required
        maxLength={60}
        value={value.paperNumber}
        onChange={paperNumber => setValue({ ...value, paperNumber })}
        problem={required.problemOf('paperNumber')}
        spellCheck={false}
      />
      <DateField
        label={t('honours.paper-date')}
        required
        value={value.paperDate}
        max={today}
        onChange={paperDate => setValue({ ...value, paperDate })}
        problem={required.problemOf('paperDate')}
      />
      <Problem of={note} />
    </Form>
  )
}
