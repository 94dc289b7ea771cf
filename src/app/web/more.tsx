import { me } from '../../ui/client/boot.ts'
import { Go } from '../../ui/components/address.tsx'
import { Page } from '../../ui/components/page.tsx'
import { t } from '../../ui/messages/index.ts'
import { PHONE_PLACES, PLACES } from './places-list.ts'
import { AccountLinks } from './who-am-i.tsx'

const shown = new Set(PHONE_PLACES.map(place => place.to))

/** What the phone's bottom bar has no room for. */
export default function More() {
  const { displayName, post, body, unit } = me()
  return (
    <Page title={t('place.more')}>
      <nav className="card" aria-label={t('place.more')}>
        {PLACES.filter(place => !shown.has(place.to)).map(place => (
          <Go key={place.to} to={place.to} className="menu-entry">
            {t(place.name)}
          </Go>
        ))}
      </nav>
      <section className="card">
        <p className="card-head">
          {displayName}
          {post && ` · ${post}`}
          <br />
          {body.shortName}
          {unit && ` · ${unit.name}`}
        </p>
        <AccountLinks />
      </section>
    </Page>
  )
}
