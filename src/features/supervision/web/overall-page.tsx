import { PrintButton } from '../../../ui/components/print-button.tsx'
import './supervision.css'
import { useState } from 'react'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { DownloadLink } from '../../../ui/components/button.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { proposalsOf } from '../overall.ts'
import type { overall } from '../queries/overall.ts'

type Shown = AnswerOf<typeof overall>
type One = Shown['supervisions'][number]
const YEARS_BACK = 6

/** The overall supervision of a year: its findings collected into proposals for the next period. */
export default function OverallPage() {
  const [word, setWord] = useAddressWord('nam')
  const [now] = useState(() => yearOf(vietnamDate(new Date())))
  const year = /^20\d\d$/.test(word) ? Number(word) : now
  const found = useAnswer<Shown>('supervision.overall', { year }, { keepPrevious: true })
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(now - 1 - back))
  const bar = [
    { label: t('supervision.title'), to: '/giam-sat' },
    { label: t('supervision.overall-year', { year: String(year) }), current: true },
  ]
  return (
    <Page title={t('supervision.overall-title')} above={<ThreadBar steps={bar} />} actions={<Papers year={year} />}>
      <div className="row supervision-filters no-print">
        <FilterChoice
          label={t('supervision.year')}
          value={word}
          onChange={setWord}
          any={String(now)}
          choices={years.map(value => ({ value, label: value }))}
        />
      </div>
      <Answered of={found}>
        {({ supervisions }) =>
          supervisions.length === 0 ? (
            <EmptyPlace title={t('supervision.overall-none')} help={t('supervision.overall-none-help')} />
          ) : (
            <Content supervisions={supervisions} />
          )
        }
      </Answered>
    </Page>
  )
}

const Papers = ({ year }: { year: number }) => (
  <>
    {(['docx', 'pdf'] as const).map(format => (
      <DownloadLink key={format} look="plain" href={`/api/exports/supervision-overall/${year}.${format}`}>
        {t('supervision.report-paper', { format: format.toUpperCase() })}
      </DownloadLink>
    ))}
    <PrintButton />
  </>
)

function Content({ supervisions }: { supervisions: One[] }) {
  const proposals = proposalsOf(supervisions)
  return (
    <>
      <section className="card padded stack" aria-labelledby="proposals">
        <h2 id="proposals">{t('supervision.overall-proposals')}</h2>
        {proposals.length === 0 && <p className="quiet">{t('supervision.overall-no-proposals')}</p>}
        <ul className="supervision-list">
          {proposals.map(({ text, from }) => (
            <li key={text}>
              <span className="supervision-said">{text}</span>
              <span className="quiet small">{from.join('; ')}</span>
            </li>
          ))}
        </ul>
      </section>
      {supervisions.map(one => (
        <section key={one.id} className="card padded stack">
          <h2>
            <Go to={`/giam-sat/${one.id}`}>{one.title}</Go>
          </h2>
          <p className="quiet small">{[one.object, one.place, one.body, t(`state.${one.state}`)].filter(Boolean).join(' · ')}</p>
          {one.findings.length === 0 && <p className="quiet">{t('supervision.findings-none')}</p>}
          <ul className="supervision-list">
            {one.findings.map(finding => (
              <li key={finding.id}>
                <span className="supervision-said">{finding.text}</span>
                {finding.recommendation && (
                  <span className="small">
                    {t('supervision.finding-asks')}: {finding.recommendation}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
