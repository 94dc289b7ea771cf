import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function PlanList() {
  return <Page title={t('plans.title')}>{null}</Page>
}
