import { useId, useState } from 'react'
import { saveOpened } from '../../../../ui/client/open-file.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { PurposeForm } from '../../../../ui/components/purpose-form.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { problemSentence } from '../../../../ui/messages/problem.ts'
import type { Shown } from './commendation-page.tsx'

type NamedPaper = { path: string; format: 'pdf' | 'docx' | 'xlsx'; file: string }
const both = (path: string, file: string): NamedPaper[] =>
  (['pdf', 'docx'] as const).map(format => ({ path, format, file: `${file}.${format}` }))

const DRAFT = both('commendation-draft', 'du-thao-quyet-dinh')
const DECIDED: NamedPaper[] = [
  ...both('commendation-list', 'quyet-dinh-khen-thuong'),
  { path: 'commendation-certificates', format: 'xlsx', file: 'noi-dung-in-giay-khen.xlsx' },
]

/** The decision with its list of names, and what is printed on the certificates: handed out with a reason, once there is a decision. */
export const ListPaper = ({ shown }: { shown: Shown }) => (
  <NamedPapers id={shown.commendation.id} papers={DECIDED} title={t('commendations.paper-list')}>
    {t('commendations.paper-help')}
  </NamedPapers>
)

/** The decision as its leader signs it by hand, names and all; kept nowhere but on paper. */
export const DraftPaper = ({ shown }: { shown: Shown }) => (
  <NamedPapers id={shown.commendation.id} papers={DRAFT} title={t('commendations.draft')}>
    {t('commendations.draft-help')}
  </NamedPapers>
)

const wordsOf = ({ format }: NamedPaper): string =>
  format === 'xlsx' ? t('commendations.certificates-take') : t('commendations.paper-take', { format: format.toUpperCase() })

type NamedProps = { id: string; papers: readonly NamedPaper[]; title: string; children: string }

function NamedPapers({ id, papers, title, children }: NamedProps) {
  const heading = useId()
  const [asked, setAsked] = useState<NamedPaper | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async ({ path, format, file }: NamedPaper, purpose: string) => {
    setBusy(true)
    try {
      await saveOpened(`/api/exports/${path}/${id}.${format}`, file, purpose)
      setAsked(null)
      setProblem(null)
    } catch (error) {
      setProblem(problemSentence(error, false))
    }
    setBusy(false)
  }
  return (
    <section className="card padded stack no-print" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="quiet">{children}</p>
      {asked === null ? (
        <div className="row">
          {papers.map(paper => (
            <Button key={paper.file} onClick={() => setAsked(paper)}>
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
