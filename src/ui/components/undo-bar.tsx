import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Notice, notice, tell } from '../client/notice.ts'
import { t } from '../messages/index.ts'
import { problemSentence } from '../messages/problem.ts'
import { Button } from './button.tsx'

const STAYS = 10_000

/** The sentence at the foot of the screen, ten seconds long, with "Hoàn tác" where it can be undone. Stays while in use. */
export function UndoBar() {
  const shown = useSyncExternalStore(notice.listen, notice.get)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!shown || held) return undefined
    const timer = setTimeout(() => notice.set(null), STAYS)
    return () => clearTimeout(timer)
  }, [shown, held])
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) }
  const keep = { onFocus: () => setHeld(true), onBlur: () => setHeld(false) }
  return (
    <output aria-live="polite">
      {shown && (
        <span className="notice" key={shown.key} {...hold} {...keep}>
          <span>{shown.sentence}</span>
          {shown.undo && <Button onClick={() => void undo(shown)}>{t('part.undo')}</Button>}
          <Button onClick={() => close(setHeld)} aria-label={t('part.dismiss')}>
            {t('part.close')}
          </Button>
        </span>
      )}
    </output>
  )
}

function close(setHeld: (held: boolean) => void) {
  setHeld(false)
  notice.set(null)
}

async function undo(shown: Notice) {
  notice.set(null)
  try {
    await shown.undo?.()
    tell(t('part.undone'))
  } catch (error) {
    tell(t('part.undo-failed', { reason: problemSentence(error, false) }))
  }
}
