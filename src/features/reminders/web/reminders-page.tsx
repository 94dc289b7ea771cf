import './reminders.css'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import { NoticesPart } from './notices-part.tsx'
import { SettingsPart } from './settings-part.tsx'

const PARTS = ['loi-nhac', 'cach-nhac'] as const
type Part = (typeof PARTS)[number]

const NAMES = { 'loi-nhac': 'reminders.part-notices', 'cach-nhac': 'reminders.part-settings' } as const

/** What one is reminded of, and how. */
export default function RemindersPage() {
  const [seen, setSeen] = useAddressWord('xem')
  const open: Part = PARTS.find(part => part === seen) ?? 'loi-nhac'
  return (
    <Page title={t('reminders.title')}>
      <Tabs
        label={t('reminders.part')}
        tabs={PARTS.map(part => ({ value: part, label: t(NAMES[part]) }))}
        open={open}
        onOpen={setSeen}
      >
        {open === 'loi-nhac' && <NoticesPart />}
        {open === 'cach-nhac' && <SettingsPart />}
      </Tabs>
    </Page>
  )
}
