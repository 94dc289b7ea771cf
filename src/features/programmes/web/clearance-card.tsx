import { type ReactNode, useState } from 'react'
import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { find, t } from '../../../ui/messages/index.ts'

/** The latest submission as a query hands it out, with moments as text. */
export type SeenClearance = {
  id: string
  version: number
  state: string
  submittedBy: string | null
  submittedAt: string | Date
  step: string
  holders: readonly string[]
  forwardedBy: string | null
  decidedBy: string | null
  instruction: string | null
  dueOn: string | null
  fresh: boolean
  can: { forward: boolean; clear: boolean; return: boolean }
}

type CardProps = {
  clearance: SeenClearance | null
  /** Query-name prefixes of the screen it stands on. */
  concerns: readonly string[]
  /** The command that submits, with its input but for the id; null where there is nothing to submit. */
  submit: { command: string; input: Record<string, unknown>; why: string } | null
  /** The command that clears; null where the leader's own act does (agreeing, freezing). */
  clear: string | null
  /** Within something that is a card itself. */
  bare?: boolean
}

/** Inside the own side: what was submitted, what the head of the unit and the leader said of it. Never seen by anybody else. */
export function ClearanceCard({ clearance, concerns, submit, clear, bare = false }: CardProps) {
  if (!clearance && !submit) return null
  return (
    <section className={`${bare ? '' : 'card padded '}stack clearance no-print`} aria-label={t('clearance.title')}>
      {!bare && <h2>{t('clearance.title')}</h2>}
      {clearance && <Words clearance={clearance} clear={clear} />}
      {clearance && <Decide clearance={clearance} concerns={concerns} clear={clear} />}
      {submit && <Submit submit={submit} concerns={concerns} />}
    </section>
  )
}

type WordsProps = { clearance: SeenClearance; clear: string | null }

function Words({ clearance, clear }: WordsProps) {
  const { state, submittedBy, submittedAt, forwardedBy, decidedBy, instruction, dueOn, fresh } = clearance
  const who = { name: submittedBy ?? '', day: vietnamDate(new Date(submittedAt)) }
  return (
    <>
      <p>{t('clearance.submitted-by', who)}</p>
      {forwardedBy && <p>{t('clearance.forwarded-by', { name: forwardedBy })}</p>}
      {state === 'cleared' && <p>{t('clearance.cleared-by', { name: decidedBy ?? '' })}</p>}
      {instruction && (
        <p>
          {t('clearance.instruction-of', { name: decidedBy ?? '' })} <b className="paper-text">{instruction}</b>
        </p>
      )}
      {dueOn && <p>{t('clearance.instruction-due', { day: printDate(dueOn) })}</p>}
      {state !== 'returned' && !fresh && <p className="quiet small">{t('clearance.changed-since')}</p>}
      {(fresh || state === 'returned') && <NowAndNext clearance={clearance} clear={clear} />}
    </>
  )
}

/** Who has it now, and what comes next. A leader's own acts, agreeing and freezing, need no sending. */
function NowAndNext({ clearance: { state, step, holders }, clear }: WordsProps) {
  const own = step === 'agree' || step === 'freeze' || (step === 'share' && !clear) ? step : 'send'
  const next = state === 'forwarded' ? find(`clearance.next-forwarded-${own}`) : find(`clearance.next-${state}`)
  const names = holders.join(', ')
  return (
    <p>
      {state !== 'cleared' && <b>{find(`clearance.with-${state}`, { names })} </b>}
      {next}
    </p>
  )
}

function Submit({ submit, concerns }: { submit: NonNullable<CardProps['submit']>; concerns: readonly string[] }) {
  const sending = useCommand(submit.command, { refresh: [...concerns, 'insight.'] })
  const send = async () => {
    if (await sending.send({ clearanceId: newId(), ...submit.input })) tell(t('clearance.submitted'))
  }
  return (
    <div className="row">
      <Button look="main" busy={sending.state === 'sending'} onClick={() => void send()}>
        {t('clearance.submit')}
      </Button>
      <span className="quiet small">{submit.why}</span>
      <Problem of={sending} />
    </div>
  )
}

type DecideProps = { clearance: SeenClearance; concerns: readonly string[]; clear: string | null }
type Asked = 'clear' | 'return' | null

function Decide({ clearance, concerns, clear }: DecideProps) {
  const [asked, setAsked] = useState<Asked>(null)
  const forward = useCommand<{ clearanceId: string; version: number }>('programmes.forward-submission', {
    refresh: [...concerns, 'insight.'],
  })
  const { id: clearanceId, version, can } = clearance
  const passOn = async () => {
    if (await forward.send({ clearanceId, version })) tell(t('clearance.forwarded'))
  }
  if (!can.return && !can.clear && !can.forward) return null
  return (
    <div className="row">
      {can.forward && (
        <Button look="main" busy={forward.state === 'sending'} onClick={() => void passOn()}>
          {t('clearance.forward')}
        </Button>
      )}
      {can.clear && clear && <Button onClick={() => setAsked('clear')}>{t('clearance.clear')}</Button>}
      {can.return && <Button onClick={() => setAsked('return')}>{t('clearance.return')}</Button>}
      <Problem of={forward} />
      {asked === 'clear' && clear && (
        <Say clearance={clearance} concerns={concerns} command={clear} returns={false} onClose={() => setAsked(null)} />
      )}
      {asked === 'return' && (
        <Say
          clearance={clearance}
          concerns={concerns}
          command="programmes.return-submission"
          returns
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

type SayProps = {
  clearance: SeenClearance
  concerns: readonly string[]
  command: string
  returns: boolean
  onClose: () => void
}

/** Ý kiến chỉ đạo: needed with what is returned, welcome with what is cleared. */
function Say({ clearance, concerns, command, returns, onClose }: SayProps) {
  const [instruction, setInstruction] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const sending = useCommand(command)
  const required = useRequired(returns ? { instruction } : {})
  const words = returns ? 'clearance.return' : 'clearance.clear'
  const send = async () => {
    if (!required.check()) return
    const said = returns || instruction.trim() ? { instruction } : {}
    if (!(await sending.send({ clearanceId: clearance.id, version: clearance.version, ...said, dueOn }))) return
    await refresh([...concerns, 'insight.'])
    tell(t(returns ? 'clearance.returned' : 'clearance.cleared'))
    onClose()
  }
  const note: ReactNode = <p className="quiet">{t('clearance.internal')}</p>
  return (
    <Dialog title={t(words)} onClose={onClose}>
      {note}
      <Form onSubmit={() => void send()} submit={t(words)} busy={sending.state === 'sending'}>
        <TextArea
          label={t('clearance.instruction')}
          required={returns}
          value={instruction}
          onChange={setInstruction}
          problem={required.problemOf('instruction') ?? sending.problemAt('instruction')}
        />
        <DateField label={t('clearance.instruction-day')} value={dueOn} onChange={setDueOn} />
        <Problem of={sending} />
      </Form>
    </Dialog>
  )
}
