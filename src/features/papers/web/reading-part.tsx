import { useState } from 'react'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { Progress } from '../../../ui/components/progress.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { ShownReading } from './types.ts'

const LOOK_AGAIN_MS = 1000

/** A reading as it goes on, asked anew until it ends. */
export function useReading(readingId: string): ShownReading | undefined {
  const [waiting, setWaiting] = useState(true)
  const enabled = readingId !== ''
  const found = useAnswer<ShownReading>(
    'papers.file-reading',
    { readingId },
    waiting ? { every: LOOK_AGAIN_MS, enabled } : { enabled },
  )
  const goesOn = !found.isError && (found.data === undefined || found.data.state === 'reading')
  if (goesOn !== waiting) setWaiting(goesOn)
  return found.data
}

/** How far the words of a file are read, the way to stop and to go on, and what came of it. */
export function ReadingPart({ reading }: { reading: ShownReading }) {
  const name = reading.fileName ?? ''
  if (reading.state === 'failed')
    return (
      <div className="message" role="alert">
        <p>{find(`file.${reading.failure}`) ?? t('papers.read-failed')}</p>
        {reading.failure !== 'state-secret' && <p>{t('papers.read-failed-kept')}</p>}
      </div>
    )
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
      {reading.pages !== null && <Steps reading={reading} pages={reading.pages} />}
    </div>
  )
}

function Steps({ reading, pages }: { reading: ShownReading; pages: number }) {
  const step = useCommand<object>('papers.stop-reading')
  const at = { readingId: reading.id, version: reading.version }
  const stopped = reading.state === 'stopped'
  return (
    <>
      <p>{stopped ? t('papers.reading-paused') : t('papers.reading-minutes', { pages, minutes: reading.minutes })}</p>
      <Problem of={step} />
      <div className="row">
        {reading.can.stop === null && (
          <Button busy={step.state === 'sending'} onClick={() => void step.send(at)}>
            {t('papers.reading-stop')}
          </Button>
        )}
        {reading.can.resume === null && (
          <Button busy={step.state === 'sending'} onClick={() => void step.send(at, 'papers.resume-reading')}>
            {t('papers.reading-resume')}
          </Button>
        )}
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
