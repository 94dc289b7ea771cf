import './supervision.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CheckRows } from './check-rows.tsx'
import { ClockRows } from './clock-rows.tsx'
import type { Rows } from './dated-rows.tsx'
import { ReportTermRows } from './report-term-rows.tsx'

/** What the forms of supervision differ by, each a dated row: terms of steps, days of reports, what is looked at. */
export default function ClocksPage() {
  const found = useAnswer<Rows>('supervision.clocks', {})
  const bar = [
    { label: t('supervision.title'), to: '/giam-sat' },
    { label: t('supervision.clocks'), current: true },
  ]
  return (
    <Page title={t('supervision.rows-title')} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>
        {shown => (
          <>
            <p className="quiet">{t('supervision.clocks-help')}</p>
            <ClockRows shown={shown} />
            <ReportTermRows shown={shown} />
            <CheckRows shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}
