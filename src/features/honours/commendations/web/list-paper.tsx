import { useState } from 'react'
import { saveOpened } from '../../../../ui/client/open-file.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { PurposeForm } from '../../../../ui/components/purpose-form.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { problemSentence } from '../../../../ui/messages/problem.ts'
import type { Shown } from './commendation-page.tsx'

const PAPERS = [
  { key: 'pdf', path: 'commendation-list', file: 'quyet-dinh-khen-thuong.pdf' },
  { key: 'docx', path: 'commendation-list', file: 'quyet-dinh-khen-thuong.docx' },
  { key: 'xlsx', path: 'commendation-certificates', file: 'noi-dung-in-giay-khen.xlsx' },
] as const
type PaperKind = (typeof PAPERS)[number]

const wordsOf = ({ key }: PaperKind): string =>
  key === 'xlsx' ? t('commendations.certificates-take') : t('commendations.paper-take', { format: key.toUpperCase() })

/** The decision with its list of names, and what is printed on the certificates: handed out with a reason, once there is a decision. */
export function ListPaper({ shown: { commendation: one } }: { shown: Shown }) {
  const [asked, setAsked] = useState<PaperKind | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async ({ path, key, file }: PaperKind, purpose: string) => {
    setBusy(true)
    try {
      await saveOpened(`/api/exports/${path}/${one.id}.${key}`, file, purpose)
      setAsked(null)
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
      {asked === null ? (
        <div className="row">
          {PAPERS.map(paper => (
            <Button key={paper.key} onClick={() => setAsked(paper)}>
              {wordsOf(paper)}
            </Button>
          ))}
        </div>
      ) : (
        <PurposeForm submit={wordsOf(asked)} busy={busy} problem={problem} onOpen={purpose => void take(asked, purpose)} />
      )}
    </section>
  )
}
