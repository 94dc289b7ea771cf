import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { Progress } from '../../../ui/components/progress.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { ShownReading } from './types.ts'

const LOOK_AGAIN_MS = 1000

/** A reading as it goes on, asked anew until it ends; also where an answer fails to come in between. */
export function useReading(readingId: string): UseQueryResult<ShownReading> {
  const [waiting, setWaiting] = useState(true)
  const enabled = readingId !== ''
  const found = useAnswer<ShownReading>(
    'papers.file-reading',
    { readingId },
    waiting ? { every: LOOK_AGAIN_MS, enabled } : { enabled },
  )
  const goesOn = found.data === undefined ? !found.isError : found.data.state === 'reading'
  if (goesOn !== waiting) setWaiting(goesOn)
  return found
}

/** How far the words of a file are read, the way to stop and to go on, and what came of it. */
export function ReadingPart({ reading }: { reading: ShownReading }) {
  const name = reading.fileName ?? ''
  if (reading.can.takeBack === null) return <Discarded reading={reading} />
  if (reading.state === 'failed') return <Failed reading={reading} />
  if (reading.state === 'read') return <ReadWords reading={reading} />
  return (
    <div className="stack">
      {reading.pages === null ? (
        <output>{t('papers.reading-wait', { name })}</output>
      ) : (
        <Progress
          done={reading.done}
          total={reading.pages}
          label={t(reading.state === 'stopped' ? 'papers.reading-halted' : 'papers.reading-label', { name })}
        />
      )}
      {reading.pages !== null && <Paced reading={reading} pages={reading.pages} />}
      <Steps
        reading={reading}
        steps={[
          ['papers.stop-reading', t('papers.reading-stop'), reading.can.stop],
          ['papers.resume-reading', t('papers.reading-resume'), reading.can.resume],
        ]}
      />
    </div>
  )
}

const Paced = ({ reading, pages }: { reading: ShownReading; pages: number }) => (
  <p>
    {reading.state === 'stopped' ? t('papers.reading-paused') : t('papers.reading-minutes', { pages, minutes: reading.minutes })}
  </p>
)

const Failed = ({ reading }: { reading: ShownReading }) => (
  <div className="message stack" role="alert">
    <p>{find(`file.${reading.failure}`) ?? t('papers.read-failed')}</p>
    {reading.failure !== 'state-secret' && <p>{t('papers.read-failed-kept')}</p>}
    <Steps reading={reading} steps={[['papers.read-again', t('papers.read-again'), reading.can.readAgain]]} />
  </div>
)

function Discarded({ reading }: { reading: ShownReading }) {
  const back = useCommand<object>('papers.take-file-back')
  return (
    <div className="message stack">
      <p>{t('papers.refused-discarded', { name: reading.fileName ?? '' })}</p>
      <Problem of={back} />
      <div className="row">
        <Button busy={back.state === 'sending'} onClick={() => void back.send({ readingId: reading.id })}>
          {t('papers.take-back')}
        </Button>
      </div>
    </div>
  )
}

type Step = [command: string, verb: string, whyNot: WhyNot]

function Steps({ reading: { id, version }, steps }: { reading: ShownReading; steps: Step[] }) {
  const step = useCommand<object>('papers.stop-reading')
  const open = steps.filter(([, , whyNot]) => whyNot === null)
  if (open.length === 0) return null
  return (
    <>
      <Problem of={step} />
      <div className="row">
        {open.map(([command, verb]) => (
          <Button
            key={command}
            busy={step.state === 'sending'}
            onClick={() => void step.send({ readingId: id, version }, command)}
          >
            {verb}
          </Button>
        ))}
      </div>
    </>
  )
}

/** The text as the machine has it, folded away: the file itself stays what counts. */
const ReadWords = ({ reading }: { reading: ShownReading }) => (
  <details className="no-print">
    <summary>
      {t(reading.pages === null ? 'papers.words-of-file' : 'papers.words-of-scan', { pages: reading.pages ?? 0 })}
    </summary>
    <p className="quiet">{t('papers.words-help')}</p>
    <pre className="read-words" lang="vi">
      {reading.text}
    </pre>
  </details>
)
