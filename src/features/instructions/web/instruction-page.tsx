import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { instruction } from '../queries.ts'

type Answer = AnswerOf<typeof instruction>

/** One instruction of the own side: what is to be done, about what, and that it was done. */
export default function InstructionPage() {
  const found = useAnswer<Answer>('instructions.instruction', { instructionId: usePathPart('instructionId') })
  return (
    <Page title={t('instructions.title')}>
      <Answered of={found}>{answer => <Shown answer={answer} />}</Answered>
    </Page>
  )
}

function Shown({ answer }: { answer: Answer }) {
  const { instruction, about, givenBy, doneBy, submittedBy, today } = answer
  const { words, dueOn, givenAt, doneAt } = instruction
  const late = doneAt === null && dueOn !== null && dueOn < today
  return (
    <section className="card padded stack" aria-label={t('instructions.title')}>
      <div className="row">
        <InternalMark />
        {doneAt === null && <b>{t(late ? 'instructions.late' : 'instructions.open')}</b>}
      </div>
      <p className="paper-text">{words}</p>
      <p>
        {t('instructions.given', { name: givenBy ?? '', day: vietnamDate(new Date(givenAt)) })}{' '}
        {dueOn ? t('instructions.due', { day: printDate(dueOn) }) : t('instructions.no-day')}
      </p>
      <p>
        <Go to={about.address}>{t('instructions.about', { title: about.title })}</Go>
        <span className="quiet"> · {about.programme}</span>
      </p>
      {submittedBy && <p className="quiet">{t('instructions.submitted', { name: submittedBy })}</p>}
      {doneAt && <p>{t('instructions.done', { name: doneBy ?? '', day: vietnamDate(new Date(doneAt)) })}</p>}
      <Steps answer={answer} />
    </section>
  )
}

const CONCERNS = { refresh: ['instructions.', 'insight.'] }

function Steps({ answer: { instruction, can } }: { answer: Answer }) {
  const settling = useCommand<{ version: number }>('instructions.settle-instruction', CONCERNS)
  const reopening = useCommand<{ version: number }>('instructions.reopen-instruction', CONCERNS)
  const input = { instructionId: instruction.id, version: instruction.version }
  const settle = async () => {
    const settled = await settling.send(input)
    if (settled) tellUndo(t('instructions.settled'), 'instructions.reopen-instruction', { ...input, ...settled })
  }
  const reopen = async () => {
    if (await reopening.send(input)) tell(t('instructions.reopened'))
  }
  return (
    <div className="row">
      {can.settle && (
        <Button look="main" busy={settling.state === 'sending'} onClick={() => void settle()}>
          {t('instructions.settle')}
        </Button>
      )}
      {can.reopen && (
        <Button busy={reopening.state === 'sending'} onClick={() => void reopen()}>
          {t('instructions.reopen')}
        </Button>
      )}
      <Problem of={settling} />
      <Problem of={reopening} />
    </div>
  )
}
