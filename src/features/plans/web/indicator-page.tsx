import './plans.css'
import './indicators.css'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Posted } from '../../post/web/posted.tsx'
import { IndicatorLine } from './indicator-line.tsx'
import type { Duty, Indicator, Indicators } from './indicator-words.ts'
import { targetWords } from './item-words.ts'

/** One working indicator: what goes by post about it, and what came back. */
export default function IndicatorPage() {
  const [programmeId, indicatorId] = [usePathPart('id'), usePathPart('indicatorId')]
  const found = useAnswer<Indicators>('plans.indicators', { programmeId })
  const duty = found.data?.duties.find(one => one.indicators.some(indicator => indicator.id === indicatorId))
  const indicator = duty?.indicators.find(one => one.id === indicatorId)
  if (found.data && duty && indicator) return <Shown answer={found.data} duty={duty} indicator={indicator} />
  return (
    <Page title={t('plans.indicators')}>
      <Answered of={found}>{() => <EmptyPlace title={t('plans.indicator-gone')} />}</Answered>
    </Page>
  )
}

type ShownProps = { answer: Indicators; duty: Duty; indicator: Indicator }

function Shown({ answer, duty, indicator }: ShownProps) {
  const { programme } = answer
  const title = t('plans.indicator-of', { cite: citeClause(duty.clausePath) })
  const list = `/chuong-trinh/${programme.id}/chi-tieu`
  const above = (
    <ThreadBar
      steps={[
        { label: programme.number ?? programme.title, to: `/chuong-trinh/${programme.id}` },
        { label: t('plans.indicators'), to: list },
        { label: title, current: true },
      ]}
    />
  )
  const said = <Said duty={duty} indicator={indicator} />
  return (
    <Posted subject={{ kind: 'indicator', id: indicator.id }} title={title} above={above} content={said}>
      {panel => (
        <Page title={title} above={above}>
          <section className="card padded stack" aria-label={title}>
            <p className="paper-text">{duty.text}</p>
            <IndicatorLine indicator={indicator} answer={answer} alone />
            <Go to={`${list}#${duty.id}`}>{t('plans.indicator-beside')}</Go>
          </section>
          {panel}
        </Page>
      )}
    </Posted>
  )
}

/** What stands behind the letter. */
const Said = ({ duty, indicator }: Pick<ShownProps, 'duty' | 'indicator'>) => (
  <>
    <p className="paper-text">{duty.text}</p>
    <p>
      <b>{targetWords(indicator)}</b>
    </p>
    {indicator.evidence && <p>{t('plans.indicator-evidence', { evidence: indicator.evidence })}</p>}
    <p>{t('plans.proposal-reason', { reason: indicator.reason })}</p>
  </>
)
