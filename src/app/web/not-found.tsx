import { ButtonLink } from '../../ui/components/button.tsx'
import { Page } from '../../ui/components/page.tsx'
import { t } from '../../ui/messages/index.ts'

export const NotFound = () => (
  <Page title={t('shell.not-found')}>
    <p>{t('shell.not-found-help')}</p>
    <div>
      <ButtonLink to="/" look="main">
        {t('shell.home')}
      </ButtonLink>
    </div>
  </Page>
)
