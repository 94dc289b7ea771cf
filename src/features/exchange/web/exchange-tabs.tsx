import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'

/** The two parts of the exchange: what the parties tell each other, and what they ask of others. */
export const ExchangeTabs = ({ open }: { open: 'packages' | 'requests' }) => (
  <nav className="row no-print exchange-parts" aria-label={t('exchange.title')}>
    <Go to="/trao-doi" className="button plain" aria-current={open === 'packages' ? 'page' : undefined}>
      {t('exchange.packages')}
    </Go>
    <Go to="/trao-doi/de-nghi" className="button plain" aria-current={open === 'requests' ? 'page' : undefined}>
      {t('exchange.requests')}
    </Go>
  </nav>
)
