import { useAddressWord } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FeedsPart } from './feeds-part.tsx'
import { MonthPart } from './month-part.tsx'
import { YearPart } from './year-part.tsx'

const PARTS = ['thang', 'nam', 'dia-chi'] as const
type Part = (typeof PARTS)[number]

const NAMES = { thang: 'calendar.part-month', nam: 'calendar.part-year', 'dia-chi': 'calendar.part-feeds' } as const

/** The calendar: by month, the days of a year, and addresses for other calendar programs. */
export default function CalendarPage() {
  const [seen, setSeen] = useAddressWord('xem')
  const open: Part = PARTS.find(part => part === seen) ?? 'thang'
  return (
    <Page title={t('calendar.title')}>
      <Tabs
        label={t('calendar.part')}
        tabs={PARTS.map(part => ({ value: part, label: t(NAMES[part]) }))}
        open={open}
        onOpen={setSeen}
      >
        {open === 'thang' && <MonthPart />}
        {open === 'nam' && <YearPart />}
        {open === 'dia-chi' && <FeedsPart />}
      </Tabs>
    </Page>
  )
}
