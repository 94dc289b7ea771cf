import { type ReactNode, useState } from 'react'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { find, t } from '../../../ui/messages/index.ts'
import { InstructionList, type SeenInstruction } from './instruction-list.tsx'

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
  instructions: readonly SeenInstruction[]
  fresh: boolean
  can: { forward: boolean; clear: boolean; return: boolean; instruct: boolean }
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
  /** A further step that only this kind of subject has. */
  children?: ReactNode
}

/** Inside the own side: what was submitted, what the head of the unit and the leader said of it. Never seen by anybody else. */
export function ClearanceCard({ clearance, concerns, submit, clear, bare = false, children }: CardProps) {
  if (!clearance && !submit) return null
  return (
    <section className={`${bare ? '' : 'card padded '}stack clearance no-print`} aria-label={t('clearance.title')}>
      {!bare && <h2>{t('clearance.title')}</h2>}
      {clearance && <Words clearance={clearance} clear={clear} />}
      {clearance && <Decide clearance={clearance} concerns={concerns} clear={clear} />}
      {children}
      {submit && <Submit submit={submit} concerns={concerns} />}
    </section>
  )
}

type WordsProps = { clearance: SeenClearance; clear: string | null }

function Words({ clearance, clear }: WordsProps) {
  const { state, submittedBy, submittedAt, forwardedBy, decidedBy, fresh } = clearance
  const who = { name: submittedBy ?? '', day: vietnamDate(new Date(submittedAt)) }
  return (
    <>
      <p>{t('clearance.submitted-by', who)}</p>
      {forwardedBy && <p>{t('clearance.forwarded-by', { name: forwardedBy })}</p>}
      {state === 'cleared' && <p>{t('clearance.cleared-by', { name: decidedBy ?? '' })}</p>}
      <InstructionList instructions={clearance.instructions} />
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
type Asked = Saying | null

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
      {can.instruct && <Button onClick={() => setAsked('instruct')}>{t('instructions.give')}</Button>}
      {can.return && <Button onClick={() => setAsked('return')}>{t('clearance.return')}</Button>}
      <Problem of={forward} />
      {asked && <Say clearance={clearance} concerns={concerns} saying={asked} clear={clear} onClose={() => setAsked(null)} />}
    </div>
  )
}

type Saying = 'clear' | 'return' | 'instruct'
type SayProps = {
  clearance: SeenClearance
  concerns: readonly string[]
  saying: Saying
  clear: string | null
  onClose: () => void
}

const SAYING = {
  clear: { title: 'clearance.clear', done: 'clearance.cleared' },
  return: { title: 'clearance.return', done: 'clearance.returned' },
  instruct: { title: 'instructions.give', done: 'instructions.given-now' },
} as const
const commandOf = (saying: Saying, clear: string | null) =>
  ({ clear: clear ?? '', return: 'programmes.return-submission', instruct: 'instructions.give-instruction' })[saying]

/** Ý kiến chỉ đạo: needed with what is returned, welcome with what is cleared, or said alone while it goes on waiting. */
function Say({ clearance, concerns, saying, clear, onClose }: SayProps) {
  const [instruction, setInstruction] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const sending = useCommand(commandOf(saying, clear))
  const needed = saying !== 'clear' || dueOn !== null
  const required = useRequired(needed ? { instruction } : {})
  const { title, done } = SAYING[saying]
  const { id: clearanceId, version } = clearance
  const send = async () => {
    if (!required.check()) return
    const said = needed || instruction.trim() ? { instruction } : {}
    const instructionId = newId()
    const alone = saying === 'instruct'
    const input = alone ? { instructionId, clearanceId, words: instruction, dueOn } : { clearanceId, version, ...said, dueOn }
    if (!(await sending.send(input))) return
    await refresh([...concerns, 'insight.'])
    if (alone) tellUndo(t(done), 'instructions.take-back-instruction', { instructionId, version: 1 }, concerns)
    else tell(t(done))
    onClose()
  }
  return (
    <Dialog title={t(title)} onClose={onClose}>
      <p className="quiet">{t('clearance.internal')}</p>
      <Form onSubmit={() => void send()} submit={t(title)} busy={sending.state === 'sending'}>
        <TextArea
          label={t('clearance.instruction')}
          required={needed}
          value={instruction}
          onChange={setInstruction}
          problem={required.problemOf('instruction') ?? sending.problemAt(saying === 'instruct' ? 'words' : 'instruction')}
        />
        <DateField label={t('clearance.instruction-day')} value={dueOn} onChange={setDueOn} />
        <Problem of={sending} />
      </Form>
    </Dialog>
  )
}
