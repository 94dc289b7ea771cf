import { Outlet, useRouter } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react'
import { sessionEnded } from '../../ui/client/session.ts'
import { Go, usePath } from '../../ui/components/address.tsx'
import { UndoBar } from '../../ui/components/undo-bar.tsx'
import { t } from '../../ui/messages/index.ts'
import { StateBars } from './bars.tsx'
import { NoticeCount } from './notice-count.tsx'
import { OverdueCount } from './overdue-count.tsx'
import { PHONE_PLACES, PLACES, type Place, phonePlaceOf, placeOf } from './places-list.ts'
import { SearchBox } from './search-box.tsx'
import { WhoAmI } from './who-am-i.tsx'

/** Takes the focus to the content without a step in the history. */
function skip(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

/** What stands around every screen. */
export function Shell() {
  const ended = useSyncExternalStore(sessionEnded.listen, sessionEnded.get)
  return (
    <>
      <a className="unseen skip" href="#content" onClick={skip}>
        {t('shell.skip')}
      </a>
      <div className="shell">
        <Rail />
        <header className="topbar">
          <span className="topbar-name">{t('shell.name')}</span>
          <SearchBox />
          <NoticeCount />
          <Go to="/tim" className="button phone-only">
            {t('shell.search-open')}
          </Go>
          <WhoAmI />
        </header>
        <main className="screen" id="content" tabIndex={-1}>
          <StateBars ended={ended} />
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <UndoBar />
    </>
  )
}

function Rail() {
  const path = usePath()
  return (
    <nav className="rail" aria-label={t('shell.places')}>
      <p className="rail-name">{t('shell.name')}</p>
      <ul>
        {PLACES.map(place => (
          <li key={place.to}>
            <PlaceLink place={place} open={placeOf(path, PLACES) === place}>
              {place.to === '/' && <OverdueCount />}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function BottomBar() {
  const path = usePath()
  return (
    <nav className="bottom" aria-label={t('shell.places')}>
      <ul>
        {PHONE_PLACES.map(place => (
          <li key={place.to}>
            <PlaceLink place={place} open={phonePlaceOf(path) === place} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Its screen starts to load when the pointer or the focus reaches it. */
function PlaceLink({ place, open, children }: { place: Place; open: boolean; children?: ReactNode }) {
  const router = useRouter()
  const warm = () => void router.preloadRoute({ to: place.to }).catch(() => null)
  return (
    <Go to={place.to} aria-current={open ? 'page' : undefined} onPointerEnter={warm} onFocus={warm}>
      {t(place.name)}
      {children}
    </Go>
  )
}
