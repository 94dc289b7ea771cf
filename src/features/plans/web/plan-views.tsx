import type { ReactNode } from 'react'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { GanttProps } from './gantt.tsx'
import { PaperLinks } from './paper-links.tsx'
import { PlanCalendar } from './plan-calendar.tsx'
import { TimelineView } from './timeline-view.tsx'

const VIEWS = ['bang', 'tien-do', 'lich'] as const
const NAMES = { bang: 'plans.view-table', 'tien-do': 'plans.view-timeline', lich: 'plans.view-calendar' } as const

/** The plan as a table, on the line of its year, or on a calendar; the address says which. */
export function PlanViews({ table, ...props }: GanttProps & { table: ReactNode }) {
  const [word, setWord] = useAddressWord('xem')
  const open = VIEWS.find(view => view === word) ?? 'bang'
  const { plan } = props.answer
  return (
    <>
      <PaperLinks of="plan" planId={plan.id} label={t('plans.download')} />
      <Tabs
        label={t('plans.views')}
        tabs={VIEWS.map(view => ({ value: view, label: t(NAMES[view]) }))}
        open={open}
        onOpen={view => setWord(view === 'bang' ? '' : view)}
      >
        {open === 'bang' && table}
        {open === 'tien-do' && <TimelineView {...props} />}
        {open === 'lich' && <PlanCalendar {...props} />}
      </Tabs>
    </>
  )
}
