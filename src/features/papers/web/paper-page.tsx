import { longDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { DownloadLink } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FilesPart } from './files-part.tsx'
import { FormPart } from './form-part.tsx'
import { NumberPart } from './number-part.tsx'
import { SendPart } from './send-part.tsx'
import { SignPart } from './sign-part.tsx'
import { StepsPart } from './steps-part.tsx'
import type { Shown } from './types.ts'
import { VerdictPart } from './verdict-part.tsx'
import './papers.css'

/** One paper: where it stands, what is to be done next, and its files. */
export default function PaperPage() {
  const paperId = usePathPart('id')
  const found = useAnswer<Shown>('papers.paper', { paperId })
  const shown = found.data
  return (
    <Page
      title={shown?.paper.title ?? t('papers.title')}
      above={shown && <Thread shown={shown} />}
      actions={
        shown && (
          <>
            <DownloadLink href={`/api/exports/official-paper/${paperId}.pdf`}>{t('papers.see')}</DownloadLink>
            <PrintButton look="other" />
          </>
        )
      }
    >
      <Answered of={found}>
        {answer => (
          <>
            <About shown={answer} />
            <FormPart key={`form ${answer.paper.version}`} shown={answer} />
            <NumberPart key={`number ${answer.paper.version}`} shown={answer} />
            <SignPart key={`sign ${answer.paper.version}`} shown={answer} />
            <StepsPart shown={answer} />
            <SendPart key={`send ${answer.dispatches.length}`} shown={answer} />
            <VerdictPart of={verdictFor(answer)} />
            <FilesPart shown={answer} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const verdictFor = ({ paper, copies }: Shown) =>
  copies.some(copy => copy.kind === 'signed' || copy.kind === 'sealed')
    ? { name: 'paper-verdict', id: paper.id, version: paper.version }
    : null

const Thread = ({ shown: { paper, source } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      ...(source ? [{ label: paper.kindName, to: source }] : []),
      { label: t('papers.title'), to: '/van-ban' },
      { label: paper.cited ?? t('papers.no-number'), current: true },
    ]}
  />
)

/** A paper that puts this one right, or that this one puts right. */
const Other = ({ one }: { one: Shown['amendedBy'][number] }) => (
  <Go to={`/van-ban/${one.id}`}>{[one.cited ?? t('papers.no-number'), one.title].join(', ')}</Go>
)

const About = ({ shown: { paper, parties, copies, amends, amendedBy } }: { shown: Shown }) => (
  <section className="card padded">
    <Facts
      facts={[
        [t('papers.state'), <StateWord key="state" state={`paper-${paper.state}`} />],
        [t('papers.number'), paper.cited ?? t('papers.no-number')],
        [t('papers.dated'), paper.dated && `${paper.place}, ${longDate(paper.dated)}`],
        [t('papers.issuers'), parties.map(party => party.name).join('; ')],
        [t('papers.recipients'), paper.recipients.join('; ')],
        [t(amends?.as === 'replaces' ? 'papers.replaces' : 'papers.corrects'), amends && <Other key="amends" one={amends} />],
        ...amendedBy.map(
          one =>
            [t(one.as === 'replaces' ? 'papers.replaced-by' : 'papers.corrected-by'), <Other key={one.id} one={one} />] as const,
        ),
        [t('papers.pages'), paper.pages],
        [t('papers.digest'), copies.findLast(copy => copy.kind === 'frozen' && paper.frozenAt)?.sha256.slice(0, 12)],
        [t(paper.state === 'recalled' ? 'papers.recall-reason' : 'papers.cancel-reason'), paper.endedReason],
      ]}
    />
  </section>
)
