import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function ReviewList() {
  return <Page title={t('reviews.title')}>{null}</Page>
}
