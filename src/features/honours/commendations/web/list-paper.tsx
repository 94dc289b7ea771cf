import { useState } from 'react'
import { saveOpened } from '../../../../ui/client/open-file.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { PurposeForm } from '../../../../ui/components/purpose-form.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { problemSentence } from '../../../../ui/messages/problem.ts'
import type { Shown } from './commendation-page.tsx'

const FORMATS = ['pdf', 'docx'] as const
type Format = (typeof FORMATS)[number]

/** The decision with its list of names: handed out with a reason, once there is a decision. */
export function ListPaper({ shown: { commendation: one } }: { shown: Shown }) {
  const [format, setFormat] = useState<Format | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (purpose: string) => {
    setBusy(true)
    try {
      await saveOpened(`/api/exports/commendation-list/${one.id}.${format}`, `quyet-dinh-khen-thuong.${format}`, purpose)
      setFormat(null)
      setProblem(null)
    } catch (error) {
      setProblem(problemSentence(error, false))
    }
    setBusy(false)
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="paper">
      <h2 id="paper">{t('commendations.paper-list')}</h2>
      <p className="quiet">{t('commendations.paper-help')}</p>
      {format === null ? (
        <div className="row">
          {FORMATS.map(one => (
            <Button key={one} onClick={() => setFormat(one)}>
              {t('commendations.paper-take', { format: one.toUpperCase() })}
            </Button>
          ))}
        </div>
      ) : (
        <PurposeForm
          submit={t('commendations.paper-take', { format: format.toUpperCase() })}
          busy={busy}
          problem={problem}
          onOpen={purpose => void take(purpose)}
        />
      )}
    </section>
  )
}
