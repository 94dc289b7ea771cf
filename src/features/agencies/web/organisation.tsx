import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function Organisation() {
  return <Page title={t('agencies.title')}>{null}</Page>
}
