import './petitions.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { settings } from '../queries/settings.ts'
import { ClocksTab } from './clocks-tab.tsx'
import { FieldsTab } from './fields-tab.tsx'
import { RoutesTab } from './routes-tab.tsx'

export type Settings = AnswerOf<typeof settings>
const TABS = ['routes', 'clocks', 'fields'] as const
type TabName = (typeof TABS)[number]

/** What the province keeps for its petitions: addressees, terms and fields, each with what held before. */
export default function SettingsPage() {
  const [word, setWord] = useAddressWord('xem')
  const open: TabName = TABS.find(tab => tab === word) ?? 'routes'
  const found = useAnswer<Settings>('petitions.settings', {})
  return (
    <Page title={t('petitions.settings-title')} actions={<ButtonLink to="/kien-nghi">{t('petitions.title')}</ButtonLink>}>
      <Answered of={found}>
        {shown => (
          <Tabs
            label={t('petitions.settings-tabs')}
            tabs={TABS.map(value => ({ value, label: t(`petitions.tab-${value}`) }))}
            open={open}
            onOpen={value => setWord(value === 'routes' ? '' : value)}
          >
            {!shown.can.keep && <p className="message">{t('petitions.keep-only')}</p>}
            {open === 'routes' && <RoutesTab shown={shown} />}
            {open === 'clocks' && <ClocksTab shown={shown} />}
            {open === 'fields' && <FieldsTab shown={shown} />}
          </Tabs>
        )}
      </Answered>
    </Page>
  )
}
