import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { ResultOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { InternalMark, Mark, ProposedMark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Laying } from '../../programmes/web/laying.tsx'
import type { agreeIndicator } from '../commands/agree-indicator.ts'
import type { Indicator, Indicators } from './indicator-words.ts'
import { targetWords } from './item-words.ts'
import { nameOf } from './proposal-words.ts'
import { ReasonForm } from './reason-form.tsx'
import { ShareIndicator } from './share-indicator.tsx'

type LineProps = {
  indicator: Indicator
  answer: Indicators
  /** It stands on a page of its own. */
  alone?: boolean
}

/** One way to measure a duty: whose it is, the number, the evidence, and what can be answered now. */
export function IndicatorLine({ indicator, answer: { parties, programme }, alone = false }: LineProps) {
  const by = parties.find(party => party.bodyId === indicator.byBody)
  return (
    <article className={indicator.state === 'own' ? 'proposal own' : 'proposal'}>
      <div className="row proposal-head">
        {by && <Mark position={by.position} duty="lead" name={by.shortName} bare />}
        <Standing indicator={indicator} name={by?.shortName ?? ''} />
        <b>{targetWords(indicator)}</b>
      </div>
      {indicator.evidence && <p className="small">{t('plans.indicator-evidence', { evidence: indicator.evidence })}</p>}
      <p className="quiet small">{t('plans.proposal-reason', { reason: indicator.reason })}</p>
      {indicator.answer && (
        <p className="small">{t('plans.answered', { body: nameOf(parties, indicator.answeredBy), reason: indicator.answer })}</p>
      )}
      {indicator.state === 'proposed' && parties.length > 2 && (
        <p className="small">{t('plans.accepted-by', { names: indicator.agreedBy.map(id => nameOf(parties, id)).join(', ') })}</p>
      )}
      {indicator.papers.map(paper => (
        <p key={paper.bodyId} className="small">
          {t('post.name-by-paper', { ...paper, name: nameOf(parties, paper.bodyId) })}
        </p>
      ))}
      <Laying
        laid={indicator.laid}
        concerns={['plans']}
        command="plans.submit-indicator"
        input={{ indicatorId: indicator.id }}
        bare
      />
      {!alone && indicator.state === 'proposed' && parties.some(party => party.byPost) && (
        <p className="small no-print">
          <Go to={`/chuong-trinh/${programme.id}/chi-tieu/${indicator.id}`}>{t('post.panel')}</Go>
        </p>
      )}
      <IndicatorSteps indicator={indicator} parties={parties} />
    </article>
  )
}

function Standing({ indicator: { state, agreedOn }, name }: { indicator: Indicator; name: string }) {
  if (state === 'own') return <InternalMark />
  if (state === 'proposed') return <ProposedMark name={name} />
  if (state === 'agreed')
    return <StateWord state="agreed" {...(agreedOn ? { after: t('plans.on-day', { day: agreedOn }) } : {})} />
  return <StateWord state={state === 'replaced' ? 'replaced' : 'returned'} />
}

function IndicatorSteps({ indicator, parties }: { indicator: Indicator; parties: Indicators['parties'] }) {
  const [open, setOpen] = useState<'share' | 'return' | null>(null)
  const { id: indicatorId, version, digest, can } = indicator
  const agree = useCommand<{ indicatorId: string; version: number; digest: string }, ResultOf<typeof agreeIndicator>>(
    'plans.agree-indicator',
  )
  const withdraw = useCommand<{ indicatorId: string; version: number }>('plans.withdraw-indicator')
  const take = async () => {
    const sent = await agree.send({ indicatorId, version, digest })
    if (sent) tell(sent.answer.complete ? t('plans.indicator-agreed') : t('plans.accepted-waiting'))
  }
  const back = async () => {
    if (await withdraw.send({ indicatorId, version })) tell(t('plans.withdrawn'))
  }
  if (!Object.values(can).some(Boolean)) return null
  return (
    <div className="row no-print">
      {can.share && (
        <Button look="main" onClick={() => setOpen('share')}>
          {t('plans.indicator-share')}
        </Button>
      )}
      {can.agree && (
        <Button look="main" busy={agree.state === 'sending'} onClick={() => void take()}>
          {t('plans.agree')}
        </Button>
      )}
      {can.return && <Button onClick={() => setOpen('return')}>{t('plans.return')}</Button>}
      {can.withdraw && (
        <Button look="plain" busy={withdraw.state === 'sending'} onClick={() => void back()}>
          {t('plans.withdraw')}
        </Button>
      )}
      <Problem of={agree} />
      <Problem of={withdraw} />
      {open === 'share' && <ShareIndicator indicator={indicator} parties={parties} onClose={() => setOpen(null)} />}
      {open === 'return' && <ReturnIndicator indicator={indicator} onClose={() => setOpen(null)} />}
    </div>
  )
}

function ReturnIndicator({ indicator: { id, version }, onClose }: { indicator: Indicator; onClose: () => void }) {
  const back = useCommand<{ indicatorId: string; version: number; reason: string }>('plans.return-indicator')
  return (
    <ReasonForm
      title={t('plans.indicator-return')}
      label={t('plans.return-reason')}
      submit={t('plans.return')}
      command={back}
      inputOf={reason => ({ indicatorId: id, version, reason })}
      onDone={() => tell(t('plans.returned'))}
      onClose={onClose}
    >
      <p className="quiet">{t('plans.indicator-return-why')}</p>
    </ReasonForm>
  )
}
