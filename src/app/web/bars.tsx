import { useState, useSyncExternalStore } from 'react'
import { me } from '../../ui/client/boot.ts'
import { Refused, Unreached } from '../../ui/client/call.ts'
import { refresh } from '../../ui/client/hooks.ts'
import { tell } from '../../ui/client/notice.ts'
import { takeSeat } from '../../ui/client/seat.ts'
import { sendCommand } from '../../ui/client/send.ts'
import { unsent } from '../../ui/client/unsent.ts'
import { Button } from '../../ui/components/button.tsx'
import { t } from '../../ui/messages/index.ts'
import { refusalSentence } from '../../ui/messages/problem.ts'

const listenToNetwork = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** What concerns every screen: no network, unsent content, an ended session. */
export function StateBars({ ended }: { ended: boolean }) {
  const online = useSyncExternalStore(listenToNetwork, () => navigator.onLine)
  return (
    <output className="bars">
      {ended && (
        <span className="bar row">
          {t('shell.session-ended')}
          <Button onClick={() => location.reload()}>{t('shell.sign-in-again')}</Button>
        </span>
      )}
      {!online && <span className="bar">{t('shell.offline')}</span>}
      <SeatBar />
      <UnsentBar />
    </output>
  )
}

/** Says that the session works in an inherited seat. */
function SeatBar() {
  const { body, ownBody } = me()
  if (body.id === ownBody.id) return null
  return (
    <span className="bar row">
      {t('shell.in-seat', { body: body.name })}
      <Button onClick={() => void takeSeat(ownBody.id)}>{t('shell.back', { body: ownBody.shortName })}</Button>
    </span>
  )
}

function UnsentBar() {
  const waiting = useSyncExternalStore(unsent().list.listen, unsent().list.get)
  const [busy, setBusy] = useState(false)
  if (waiting.length === 0) return null
  const again = async () => {
    setBusy(true)
    tell(await sendAll())
    setBusy(false)
  }
  return (
    <span className="bar row">
      {t('shell.unsent', { count: waiting.length })}
      <Button busy={busy} onClick={() => void again()}>
        {t('shell.unsent-again')}
      </Button>
    </span>
  )
}

/** Sends in the order in which they were made; stops where no answer comes. Returns what to tell. */
async function sendAll(): Promise<string> {
  let told = t('shell.unsent-sent')
  for (const { name, input, commandId } of unsent().list.get()) {
    try {
      await sendCommand(name, input, commandId)
    } catch (error) {
      if (error instanceof Unreached) return t('problem.network-kept')
      if (error instanceof Refused) told = t('shell.unsent-refused', { reason: refusalSentence(error.code, error.data) })
    }
  }
  await refresh([''])
  return told
}
