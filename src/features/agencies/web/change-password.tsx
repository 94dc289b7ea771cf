import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'

export default function ChangePassword() {
  return <Page title={t('agencies.title')}>{null}</Page>
}
