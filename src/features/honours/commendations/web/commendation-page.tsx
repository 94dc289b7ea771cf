import { PrintButton } from '../../../../ui/components/print-button.tsx'
import '../../web/honours.css'
import { useState } from 'react'
import { printDate } from '../../../../kernel/dates.ts'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../../ui/client/types.ts'
import { useDisclosure } from '../../../../ui/client/use-disclosure.ts'
import { usePathPart } from '../../../../ui/components/address.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { PurposeForm } from '../../../../ui/components/purpose-form.tsx'
import { StateWord } from '../../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { commendation } from '../commendation.ts'
import { FORMS } from '../forms.ts'
import type { Names } from '../names.ts'
import { LinesPart } from './lines-part.tsx'
import { DraftPaper, ListPaper } from './list-paper.tsx'
import { NominatePart } from './nominate-part.tsx'
import { councilOf } from './open-page.tsx'
import { SharePart } from './share-part.tsx'
import { StepPart } from './step-part.tsx'

export type Shown = AnswerOf<typeof commendation>
export type NamesById = Record<string, string>

/** One round: where it stands and its next step, who was put forward, the papers on its way. */
export default function CommendationPage() {
  const commendationId = usePathPart('id')
  const found = useAnswer<Shown>('honours.commendation', { commendationId })
  const shown = found.data
  return (
    <Page
      title={shown?.commendation.occasion ?? t('commendations.title')}
      above={shown && <Thread shown={shown} />}
      actions={<PrintButton />}
    >
      <Answered of={found}>{answer => <Round key={answer.commendation.id} shown={answer} />}</Answered>
    </Page>
  )
}

/** Names, once they were asked for, live as long as the page is open. */
function Round({ shown }: { shown: Shown }) {
  const names = useDisclosure<Names>('honours.commendation-names')
  const known = names.answer?.names ?? {}
  return (
    <>
      <StepPart key={shown.commendation.version} shown={shown} names={known} />
      <Facts shown={shown} />
      <LinesPart shown={shown} names={known} />
      {shown.can.names && shown.lines.some(line => line.sort === 'individual' && !(line.id in known)) && (
        <NamesPart
          busy={names.busy}
          problem={names.problem}
          open={purpose => void names.open({ commendationId: shown.commendation.id, purpose })}
        />
      )}
      {shown.can.nominate && <NominatePart key={shown.lines.length} shown={shown} />}
      {shown.can.share && <SharePart shown={shown} />}
      {shown.can.draft && <DraftPaper shown={shown} />}
      {shown.can.list && <ListPaper shown={shown} />}
    </>
  )
}

const Thread = ({ shown: { programme, commendation: one } }: { shown: Shown }) => (
  <ThreadBar
    steps={[
      ...(programme ? [{ label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` }] : []),
      { label: t('commendations.title'), to: '/thi-dua' },
      { label: one.occasion, current: true },
    ]}
  />
)

function Facts({ shown: { commendation: one, keeper } }: { shown: Shown }) {
  const paper = (number: string | null, day: string | null) => (number && day ? t('commendations.paper', { number, day }) : null)
  const facts: [string, string | null][] = [
    [t('commendations.form'), FORMS[one.form].name],
    [t('commendations.issuer'), one.issuer],
    [t('commendations.vote'), one.votedOn ? null : councilOf(one.form)],
    [t('commendations.keeper'), keeper.name],
    [t('commendations.dossier-due'), t('commendations.dossier-due-said', { day: one.dossierDue, basis: one.dueBasis })],
    [t('commendations.ceremony-on'), one.ceremonyOn && printDate(one.ceremonyOn)],
    [t('commendations.submission'), paper(one.submissionNumber, one.submissionDate)],
    [
      t('commendations.vote'),
      one.votedOn && t('commendations.vote-said', { day: one.votedOn, members: one.members, number: one.minutesNumber }),
    ],
    [t('commendations.decision'), paper(one.decisionNumber, one.decisionDate)],
    [t('commendations.award'), one.awardedOn && t('commendations.award-said', { day: one.awardedOn, place: one.ceremonyPlace })],
  ]
  return (
    <section className="card padded stack">
      <p>
        <StateWord state={`commendation-${one.state}`} />
        {one.shared && <span className="quiet"> · {t('commendations.shared-said')}</span>}
      </p>
      <dl className="honours-facts">
        {facts
          .filter(([, value]) => value)
          .flatMap(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
    </section>
  )
}

type NamesProps = { busy: boolean; problem: string | null; open: (purpose: string) => void }

function NamesPart({ busy, problem, open }: NamesProps) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <div className="row no-print">
        <Button onClick={() => setAsked(true)}>{t('commendations.names-open')}</Button>
      </div>
    )
  return (
    <section className="card padded stack no-print">
      <p>{t('commendations.names-help')}</p>
      <PurposeForm submit={t('commendations.names-open')} busy={busy} problem={problem} onOpen={open} />
    </section>
  )
}
