import './plans.css'
import { type ReactNode, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { workers } from '../../../kernel/permissions.ts'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { IssueButton } from '../../papers/web/issue-button.tsx'
import type { StandingAnswer } from '../../post/web/types.ts'
import { usePosting, useStanding } from '../../post/web/use-standing.ts'
import { AgreeView } from './agree-view.tsx'
import { AgreementBar } from './agreement-bar.tsx'
import { CarryOffer } from './carry-form.tsx'
import { PlanClearance } from './clearance-card.tsx'
import { DifferencesView } from './differences-view.tsx'
import { EndedItems } from './ended-items.tsx'
import { ItemSteps } from './item-steps.tsx'
import type { Item, PlanAnswer } from './item-words.ts'
import { PlaceNames } from './place-names.tsx'
import { FilterSentence, passes, usePlanFilters } from './plan-filters.tsx'
import { type OpenForm, PlanForms } from './plan-forms.tsx'
import { PlanPost, PlanPosting, TypingNote } from './plan-post.tsx'
import { AddedProposals, AnsweredProposals, itemProposals, WaitingNote } from './plan-proposals.tsx'
import { PlanTable } from './plan-table.tsx'
import { PlanViews } from './plan-views.tsx'
import { isOpen } from './proposal-words.ts'
import { draftsOf, SendView } from './send-view.tsx'
import { useTyping } from './use-propose.ts'

/** A year's plan: written by one side, negotiated line by line, agreed by all, then the list that the year's work hangs on. */
export default function PlanPage() {
  const planId = usePathPart('planId')
  const found = useAnswer<PlanAnswer>('plans.plan', { planId })
  const [open, setOpen] = useState<OpenForm>(null)
  const [agreeing, setAgreeing] = useAddressWord('thong-nhat')
  const [sending, setSending] = useAddressWord('gui')
  const [comparing, setComparing] = useAddressWord('khac-biet')
  const standing = useStanding({ kind: 'plan', id: planId }).data
  const [posting, openPosting, leavePosting] = usePosting(standing)
  const answer = found.data
  const title = answer ? t('plans.plan-title', { year: answer.plan.year }) : t('plans.title')
  const views = { agree: () => setAgreeing('1'), send: () => setSending('1'), compare: () => setComparing('1') }
  const away = agreeing || sending || comparing || posting
  const shown = (loaded: PlanAnswer) => {
    if (agreeing && loaded.can.agree) return <AgreeView answer={loaded} onDone={() => setAgreeing('')} />
    if (sending && (loaded.can.share || loaded.can.send)) return <SendView answer={loaded} onDone={() => setSending('')} />
    if (comparing && loaded.versions.length > 0) return <DifferencesView answer={loaded} onDone={() => setComparing('')} />
    if (posting && standing) return <PlanPosting answer={loaded} posting={posting} today={standing.today} onDone={leavePosting} />
    return (
      <PlanPaper
        answer={loaded}
        onOpen={setOpen}
        standing={standing}
        post={<PlanPost answer={loaded} standing={standing} onSend={openPosting} />}
      />
    )
  }
  return (
    <Page
      title={title}
      above={answer && <Thread answer={answer} />}
      actions={answer && !away && <Actions answer={answer} onAdd={() => setOpen({ kind: 'add' })} views={views} />}
    >
      <Answered of={found}>{loaded => <PlaceNames value={loaded.placeNames}>{shown(loaded)}</PlaceNames>}</Answered>
      {answer && open && <PlanForms answer={answer} open={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

const Thread = ({ answer: { programme, plan } }: { answer: PlanAnswer }) => (
  <ThreadBar
    steps={[
      { label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` },
      { label: t('plans.plan-title', { year: plan.year }), current: true },
    ]}
  />
)

type ActionsProps = { answer: PlanAnswer; onAdd: () => void; views: Record<'agree' | 'send' | 'compare', () => void> }

function Actions({ answer, onAdd, views }: ActionsProps) {
  const { can, versions } = answer
  return (
    <>
      {can.agree && (
        <Button look={can.send ? 'other' : 'main'} onClick={views.agree}>
          {t('plans.agree-open')}
        </Button>
      )}
      {(can.share || can.send) && (
        <Button look="main" onClick={views.send}>
          {can.share ? t('plans.send') : t('plans.send-proposals', { count: draftsOf(answer).length })}
        </Button>
      )}
      {can.change && <Button onClick={onAdd}>{t('plans.add')}</Button>}
      {can.propose && <Button onClick={onAdd}>{t('plans.propose-add')}</Button>}
      {versions.length > 0 && (
        <Button look="plain" onClick={views.compare}>
          {t('plans.differences')}
        </Button>
      )}
      <ButtonLink to={`/ke-hoach/${answer.plan.id}/du-toan`}>{t('plans.budget')}</ButtonLink>
      {answer.plan.state === 'agreed' && (
        <>
          <ButtonLink to={`/quan-triet/moi?ke-hoach=${answer.plan.id}`}>{t('plans.disseminate')}</ButtonLink>
          <IssueButton source={{ planId: answer.plan.id }} />
        </>
      )}
    </>
  )
}

type PlanPaperProps = {
  answer: PlanAnswer
  onOpen: (open: OpenForm) => void
  standing: StandingAnswer | undefined
  /** What goes and comes by post. */
  post: ReactNode
}

function PlanPaper({ answer, onOpen, standing, post }: PlanPaperProps) {
  const [filters, set, clear] = usePlanFilters()
  useScrollToAnchor(true)
  const { plan, programme, counts } = answer
  const clauses = answer.clauses
    .map(clause => ({ ...clause, items: clause.items.filter(item => passes(item, filters)) }))
    .filter(clause => clause.items.length > 0)
  const shown = clauses.reduce((sum, clause) => sum + clause.items.length, 0)
  const work = me().roles.some(role => workers.includes(role))
  const [typing] = useTyping(standing)
  const by = typing?.bodyId ?? me().body.id
  const proposed = new Set(answer.proposals.flatMap(one => (isOpen(one) && one.byBody === by ? [one.itemId] : [])))
  const stepsOf = (item: Item) => (
    <ItemSteps
      item={item}
      can={{ change: answer.can.change, propose: (typing !== null || answer.can.propose) && !proposed.has(item.id), work }}
      onEdit={() => onOpen({ kind: 'edit', item })}
      onDrop={() => onOpen({ kind: 'drop', item })}
      onSplit={() => onOpen({ kind: 'split', item })}
    />
  )
  return (
    <div className="stack plan-paper">
      <p className="paper-text">{programme.title}</p>
      <AgreementBar answer={answer} />
      {post}
      <TypingNote standing={standing} onAdd={() => onOpen({ kind: 'add' })} />
      <PlanClearance answer={answer} />
      <WaitingNote answer={answer} />
      <EndedItems planId={plan.id} />
      {plan.agreedOn && <p className="quiet">{t('plans.fixed', { day: plan.agreedOn })}</p>}
      <ReportNote answer={answer} />
      <CarryOffer answer={answer} />
      {answer.can.change && counts.undated > 0 && filters.state !== 'undated' && (
        <div className="message row no-print">
          <span>{t('plans.undated-first', { count: counts.undated })}</span>
          <Button onClick={() => set.state('undated')}>{t('plans.undated-show')}</Button>
        </div>
      )}
      <FilterSentence parties={answer.parties} />
      <p className="quiet small" role="status">
        {t('plans.rows', { shown, total: counts.items + counts.dropped })}
      </p>
      {shown > 0 ? (
        <PlanViews
          answer={answer}
          clauses={clauses}
          table={
            <PlanTable
              programmeId={plan.programmeId}
              clauses={clauses}
              parties={answer.parties}
              proposalsOf={item => itemProposals(answer, item, onOpen)}
              {...(work || typing ? { stepsOf } : {})}
            />
          }
        />
      ) : (
        <div className="message row">
          <span>{t('plans.no-rows')}</span>
          <Button onClick={clear}>{t('plans.show-all')}</Button>
        </div>
      )}
      <AddedProposals answer={answer} onOpen={onOpen} />
      <AnsweredProposals answer={answer} />
      <Aside aside={answer.aside} />
      <p className="quiet small">
        {t('plans.digest')} <span className="digest">{shortDigest(answer.digest)}</span>
      </p>
    </div>
  )
}

function ReportNote({ answer: { yearEnd, programme, plan } }: { answer: PlanAnswer }) {
  if (yearEnd.counted === null) return null
  const data = { year: plan.year, counted: yearEnd.counted }
  return <p className="quiet">{programme.reporting === 'nd09' ? t('plans.year-end', data) : t('plans.year-end-other', data)}</p>
}

/** Commitments that this year does not ask for, so that none is thought forgotten. */
function Aside({ aside }: { aside: PlanAnswer['aside'] }) {
  if (aside.length === 0) return null
  return (
    <details className="card padded no-print">
      <summary>{t('plans.aside', { count: aside.length })}</summary>
      <ul className="lines">
        {aside.map(one => (
          <li key={one.commitmentId}>
            <div>{one.title}</div>
            <div className="quiet small">
              {citeClause(one.clausePath)} ·{' '}
              {one.why === 'done' ? t('plans.aside-done') : t('plans.aside-years', { years: one.years.join(', ') })}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
