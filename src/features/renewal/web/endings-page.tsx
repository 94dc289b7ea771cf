import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { AskDialog } from '../../../ui/components/ask-dialog.tsx'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import type { agreeEnding } from '../commands/agree-ending.ts'
import type { endings } from '../queries/endings.ts'
import { EndingForm } from './ending-form.tsx'

export type EndingsAnswer = AnswerOf<typeof endings>
type Ending = EndingsAnswer['endings'][number]

/** Whether a programme of bodies that were merged runs on beside the others, goes on in one of them, or ends. */
export default function EndingsPage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<EndingsAnswer>('renewal.endings', { programmeId })
  const name = found.data?.programme.number ?? found.data?.programme.title ?? t('renewal.programme')
  const steps = [
    { label: name, to: `/chuong-trinh/${programmeId}` },
    { label: t('renewal.endings'), current: true },
  ]
  return (
    <Page title={t('renewal.endings-title')} above={<ThreadBar steps={steps} />} actions={<PrintButton />}>
      <p className="quiet">{t('renewal.endings-help')}</p>
      <Answered of={found}>
        {answer => (
          <>
            {answer.endings.length === 0 && <p>{t('renewal.endings-none')}</p>}
            {answer.endings.map(ending => (
              <Shown key={ending.id} ending={ending} />
            ))}
            {answer.can.propose && <EndingForm answer={answer} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

const titleOf = ({ cited, into }: Ending): string =>
  into === null ? t('renewal.ending-end', { cited }) : t('renewal.ending-merge', { cited, into })

const sideText = ({ name, agreed, people }: Ending['sides'][number]): string =>
  t(agreed ? 'renewal.ending-side-agreed' : people ? 'renewal.ending-side-waits' : 'renewal.ending-side-paper', { name })

function Shown({ ending }: { ending: Ending }) {
  const { paper, state, failure } = ending
  return (
    <section className="card padded stack" aria-labelledby={`ending-${ending.id}`}>
      <h2 id={`ending-${ending.id}`}>{titleOf(ending)}</h2>
      {failure && state === 'agreed' && (
        <p className="message bad">{t('renewal.ending-failed', { reason: refusalSentence(failure, {}) })}</p>
      )}
      <Facts
        facts={[
          [t('renewal.ending-state'), t(`renewal.ending-${state}`)],
          [t('renewal.ending-on'), printDate(ending.effectiveOn)],
          [t('renewal.ending-reason'), ending.reason],
          [
            t('renewal.ending-paper'),
            <>
              {t('renewal.ending-paper-said', { number: paper.number, day: printDate(paper.date) })}{' '}
              <DownloadLink href={`/api/files/${paper.fileId}`}>{t('renewal.ending-paper-open')}</DownloadLink>
            </>,
          ],
          [t('renewal.ending-sides'), ending.sides.map(side => <div key={side.bodyId}>{sideText(side)}</div>)],
        ]}
      />
      {ending.lines.length > 0 && (
        <Table caption={t('renewal.ending-lines')} columns={lineColumns()} rows={ending.lines} keyOf={line => line.path} />
      )}
      <Acts ending={ending} />
    </section>
  )
}

type Line = Ending['lines'][number]

const lineColumns = (): Column<Line>[] => [
  {
    key: 'clause',
    title: t('renewal.ending-line-clause'),
    cell: line => (
      <>
        <strong>{citeClause(line.path)}</strong> {line.text}
      </>
    ),
  },
  { key: 'choice', title: t('renewal.ending-line-choice'), cell: line => <Choice line={line} /> },
]

function Choice({ line }: { line: Line }) {
  if (line.choice === 'added') return t('renewal.ending-choice-added')
  if (line.choice === 'dropped') return t('renewal.ending-choice-dropped', { reason: line.reason })
  return (
    <>
      {t('renewal.ending-choice-same', { clause: citeClause(line.into) })}: {line.intoText}
    </>
  )
}

function Acts({ ending }: { ending: Ending }) {
  const { id: endingId, version, can } = ending
  const [asked, setAsked] = useState(false)
  const refresh = ['renewal.', 'programmes.', 'plans.', 'insight.']
  const yes = useCommand<InputOf<typeof agreeEnding>>('renewal.agree-ending', { refresh })
  const no = useCommand<InputOf<typeof agreeEnding>>('renewal.withdraw-ending', { refresh })
  const go = async (act: typeof yes, words: string) => {
    if (!(await act.send({ endingId, version }))) return
    setAsked(false)
    tell(words)
  }
  return (
    <>
      <Problem of={no} />
      <div className="row no-print">
        {can.agree && (
          <Button look="main" onClick={() => setAsked(true)}>
            {t('renewal.ending-agree')}
          </Button>
        )}
        {can.withdraw && (
          <Button busy={no.state === 'sending'} onClick={() => void go(no, t('renewal.ending-withdrawn-done'))}>
            {t('renewal.ending-withdraw')}
          </Button>
        )}
      </div>
      {asked && (
        <AskDialog
          title={titleOf(ending)}
          action={t('renewal.ending-agree')}
          sending={yes}
          onConfirm={() => void go(yes, t('renewal.ending-agreed-done'))}
          onClose={() => setAsked(false)}
        >
          <p>{t('renewal.ending-agree-means', { day: ending.effectiveOn })}</p>
        </AskDialog>
      )}
    </>
  )
}
