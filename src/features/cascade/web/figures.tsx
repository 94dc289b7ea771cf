import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { askFigures } from '../commands/ask-figures.ts'
import type { unlockFigures } from '../commands/unlock-figures.ts'
import type { LedgerAnswer } from './ledger-page.tsx'

type Ask = LedgerAnswer['asks'][number]
type Reported = Ask['answers'][number]

/** The figures of each half-year, added up from the communes; who is missing is named. Nothing is typed here. */
export function Figures({ answer }: { answer: LedgerAnswer }) {
  return (
    <>
      {answer.can.decide && <AskForm answer={answer} />}
      {answer.asks.map(ask => (
        <HalfYear key={ask.id} ask={ask} answer={answer} />
      ))}
    </>
  )
}

export const halfWords = ({ half, year }: { half: number; year: number }): string =>
  t(half === 1 ? 'cascade.half-1' : 'cascade.half-2', { year })

function AskForm({ answer: { template, today } }: { answer: LedgerAnswer }) {
  const [year, setYear] = useState(String(yearOf(today)))
  const [half, setHalf] = useState<'1' | '2'>('1')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const ask = useCommand<InputOf<typeof askFigures>>('cascade.ask-figures')
  const send = () =>
    ask.send({ askId: newId(), templateId: template.id, year: Number(year), half: half === '1' ? 1 : 2, dueOn: dueOn ?? '' })
  return (
    <section className="card padded stack no-print" aria-labelledby="ask-figures">
      <h2 id="ask-figures">{t('cascade.ask-title')}</h2>
      <div className="row">
        <SelectField
          label={t('cascade.half')}
          empty={null}
          value={half}
          onChange={setHalf}
          choices={[
            { value: '1', label: t('cascade.first-half') },
            { value: '2', label: t('cascade.second-half') },
          ]}
        />
        <TextField label={t('cascade.year')} short inputMode="numeric" value={year} onChange={setYear} />
        <DateField label={t('cascade.ask-due')} required value={dueOn} onChange={setDueOn} />
      </div>
      <div>
        <Button busy={ask.state === 'sending'} onClick={() => void send()}>
          {t('cascade.ask')}
        </Button>
      </div>
      <Problem of={ask} />
    </section>
  )
}

function HalfYear({ ask, answer: { template, can } }: { ask: Ask; answer: LedgerAnswer }) {
  const [open, setOpen] = useState<'lock' | 'unlock' | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="card" aria-labelledby={`half-${ask.id}`}>
      <div className="card-head">
        <h2 id={`half-${ask.id}`}>{halfWords(ask)}</h2>
        {ask.lockedOn && <span>{t('cascade.locked-on', { day: ask.lockedOn })}</span>}
        {can.decide && (!ask.lockedOn || ask.can.unlock === null) && (
          <Button className="no-print" onClick={() => setOpen(ask.lockedOn ? 'unlock' : 'lock')}>
            {t(ask.lockedOn ? 'cascade.unlock' : 'cascade.lock')}
          </Button>
        )}
      </div>
      <div className="parent-head stack">
        <p className="quiet">{t('cascade.due', { day: ask.dueOn })}</p>
        {ask.unlocked && <p className="quiet">{t('cascade.unlocked-on', ask.unlocked)}</p>}
        <table className="table">
          <caption>{t('cascade.sums')}</caption>
          <tbody>
            {template.clauses.map(clause => (
              <tr key={clause.key}>
                <th scope="row" className="paper-text">
                  {clause.text}
                </th>
                <td className="end">
                  {printNumber(ask.sums[clause.key] ?? 0)} {clause.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {ask.missing.length > 0 && <Missing names={ask.missing} />}
      </div>
      <ul className="lines">
        {ask.answers.map(one => (
          <ReportedLine key={one.id} one={one} may={can.write} />
        ))}
      </ul>
      {open === 'lock' && <Lock ask={ask} onClose={close} />}
      {open === 'unlock' && <Unlock ask={ask} onClose={close} />}
    </section>
  )
}

type LockProps = { ask: Ask; onClose: () => void }

/** Who is missing is named once more before a half-year is closed. Nothing leaves the house by it: it is undone at once, or opened later with a reason. */
function Lock({ ask, onClose }: LockProps) {
  const lock = useCommand<{ askId: string; version: number }>('cascade.lock-figures')
  const send = async () => {
    const done = await lock.send({ askId: ask.id, version: ask.version })
    if (!done) return
    const undo = { askId: ask.id, version: ask.version + 1, reason: t('cascade.unlock-at-once') }
    tellUndo(t('cascade.locked-now', { half: halfWords(ask) }), 'cascade.unlock-figures', undo)
    onClose()
  }
  return (
    <Dialog title={`${t('cascade.lock')}: ${halfWords(ask)}`} onClose={onClose}>
      <p>{t('cascade.lock-help')}</p>
      {ask.missing.length > 0 && <Missing names={ask.missing} />}
      <Form onSubmit={() => void send()} submit={t('cascade.lock')} busy={lock.state === 'sending'}>
        <Problem of={lock} />
      </Form>
    </Dialog>
  )
}

function Unlock({ ask, onClose }: LockProps) {
  const [reason, setReason] = useState('')
  const unlock = useCommand<InputOf<typeof unlockFigures>>('cascade.unlock-figures')
  const send = async () => {
    if (await unlock.send({ askId: ask.id, version: ask.version, reason })) onClose()
  }
  return (
    <Dialog title={`${t('cascade.unlock')}: ${halfWords(ask)}`} onClose={onClose}>
      <Form onSubmit={() => void send()} submit={t('cascade.unlock')} busy={unlock.state === 'sending'}>
        <TextField
          label={t('cascade.unlock-reason')}
          help={t('cascade.unlock-help')}
          required
          value={reason}
          onChange={setReason}
          problem={unlock.problemAt('reason')}
        />
        <Problem of={unlock} />
      </Form>
    </Dialog>
  )
}

const AT_A_GLANCE = 10

/** Who has not reported; a long list is opened by whoever wants it. */
function Missing({ names }: { names: readonly string[] }) {
  const all = names.join(', ')
  if (names.length <= AT_A_GLANCE) return <p>{t('cascade.missing', { count: names.length, names: all })}</p>
  return (
    <details>
      <summary>{t('cascade.missing-count', { count: names.length })}</summary>
      <p>{all}.</p>
    </details>
  )
}

function ReportedLine({ one, may }: { one: Reported; may: boolean }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const back = useCommand<{ answerId: string; version: number; reason: string }>('cascade.return-figures')
  const send = async () => {
    if (await back.send({ answerId: one.id, version: one.version, reason })) setOpen(false)
  }
  return (
    <li>
      <strong>{one.name}</strong> {t(`cascade.answer-${one.state}`, { day: one.sentOn })}
      {one.late && <span className="late"> · {t('cascade.late')}</span>}
      {one.reason && <span className="quiet"> ({one.reason})</span>}
      {may && one.state === 'sent' && !open && (
        <Button look="plain" className="no-print" onClick={() => setOpen(true)}>
          {t('cascade.return')}
        </Button>
      )}
      {open && (
        <div className="stack">
          <TextField label={t('cascade.return-reason')} required value={reason} onChange={setReason} />
          <div className="row">
            <Button look="main" busy={back.state === 'sending'} onClick={() => void send()}>
              {t('cascade.return')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('part.cancel')}</Button>
          </div>
        </div>
      )}
      <Problem of={back} />
    </li>
  )
}
