import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function ActivityPage() {
  return <Page title={t('activities.title')}>{null}</Page>
}
