import { PrintButton } from '../../../ui/components/print-button.tsx'
import './plans.css'
import './indicators.css'
import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord, usePathPart, useScrollToAnchor } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { DutyCard } from './duty-card.tsx'
import { IndicatorForm } from './indicator-form.tsx'
import { type Duty, FILTERS, type Filter, type Indicators, standsUnder } from './indicator-words.ts'

/** How the sides measure the duties that the signed text leaves without a number. */
export default function IndicatorsPage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<Indicators>('plans.indicators', { programmeId })
  const answer = found.data
  return (
    <Page title={t('plans.indicators')} above={answer && <Thread answer={answer} />}>
      <Answered of={found}>{loaded => <Duties answer={loaded} />}</Answered>
    </Page>
  )
}

const Thread = ({ answer: { programme } }: { answer: Indicators }) => (
  <ThreadBar
    steps={[
      { label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` },
      { label: t('plans.indicators'), current: true },
    ]}
  />
)

function Duties({ answer }: { answer: Indicators }) {
  const [word, setWord] = useAddressWord('loc')
  const [proposing, setProposing] = useState<Duty | null>(null)
  useScrollToAnchor(true)
  const filter: Filter = FILTERS.find(one => one === word) ?? 'tat-ca'
  const shown = answer.duties.filter(duty => standsUnder(duty, filter))
  const byClause = Map.groupBy(shown, duty => duty.clausePath)
  if (answer.duties.length === 0) return <EmptyPlace title={t('plans.indicators-none')} help={t('plans.indicators-none-help')} />
  return (
    <div className="stack indicators-paper">
      <p className="paper-text">{answer.programme.title}</p>
      <p className="quiet">{t('plans.indicators-intro')}</p>
      <div className="row filter-sentence no-print">
        <select
          className="box"
          aria-label={t('plans.indicators-filter')}
          value={filter}
          onChange={event => setWord(event.target.value === 'tat-ca' ? '' : event.target.value)}
        >
          {FILTERS.map(one => (
            <option key={one} value={one}>
              {t(`plans.indicators-${one}`)}
            </option>
          ))}
        </select>
        <PrintButton />
      </div>
      <p className="quiet small" role="status">
        {t('plans.indicators-rows', { shown: shown.length, total: answer.duties.length })}
      </p>
      {[...byClause].map(([path, duties]) => (
        <section key={path} className="card" aria-labelledby={`cite-${path}`}>
          <div className="card-head">
            <h2 id={`cite-${path}`}>
              <Go to={`/chuong-trinh/${answer.programme.id}#${encodeURIComponent(path)}`}>{citeClause(path)}</Go>
            </h2>
          </div>
          <ul className="lines">
            {duties.map(duty => (
              <DutyCard key={duty.id} duty={duty} answer={answer} onPropose={() => setProposing(duty)} />
            ))}
          </ul>
        </section>
      ))}
      {proposing && <IndicatorForm duty={proposing} onClose={() => setProposing(null)} />}
    </div>
  )
}
