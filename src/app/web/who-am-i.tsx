import { useId, useRef } from 'react'
import { me } from '../../ui/client/boot.ts'
import { takeSeat } from '../../ui/client/seat.ts'
import { signOut } from '../../ui/client/session.ts'
import { Go } from '../../ui/components/address.tsx'
import { asPosition, Shape } from '../../ui/components/mark.tsx'
import { t } from '../../ui/messages/index.ts'

/** Who is signed in and for which body, with the menu of the own account. */
export function WhoAmI() {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const { displayName, post, body, unit, position } = me()
  return (
    <>
      <button type="button" className="who" popoverTarget={id} aria-haspopup="true">
        <span className="unseen">{t('shell.account', { name: displayName })}</span>
        <span>{post ? `${displayName} · ${post}` : displayName}</span>
        <small className="mark">
          {position !== null && <Shape position={asPosition(position)} duty="lead" />}
          {unit ? `${body.shortName} · ${unit.name}` : body.shortName}
        </small>
      </button>
      <div id={id} ref={menu} popover="auto" className="who-menu">
        <AccountLinks onGo={() => menu.current?.hidePopover()} />
      </div>
    </>
  )
}

/** Reminders, sessions, password, sign-out: in the menu of a laptop and under "Thêm" on a phone. */
export const AccountLinks = ({ onGo }: { onGo?: () => void }) => (
  <>
    <Seats />
    <Go to="/nhac-viec" className="menu-entry" onClick={onGo}>
      {t('shell.reminders')}
    </Go>
    <Go to="/phien" className="menu-entry" onClick={onGo}>
      {t('shell.sessions')}
    </Go>
    <Go to="/mat-khau" className="menu-entry" onClick={onGo}>
      {t('shell.password')}
    </Go>
    <button type="button" className="menu-entry" onClick={() => void signOut()}>
      {t('shell.sign-out')}
    </button>
  </>
)

/** Seats of bodies that the own one succeeded, and the way back to the own. */
function Seats() {
  const { body, ownBody, seats } = me()
  return [ownBody, ...seats].map(seat =>
    seat.id === body.id ? null : (
      <button key={seat.id} type="button" className="menu-entry" onClick={() => void takeSeat(seat.id)}>
        {t(seat.id === ownBody.id ? 'shell.seat-own' : 'shell.seat-of', { body: seat.shortName })}
      </button>
    ),
  )
}
