import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function ImportReview() {
  return <Page title={t('programmes.title')}>{null}</Page>
}
