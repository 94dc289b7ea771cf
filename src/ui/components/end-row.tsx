import { useState } from 'react'
import { useCommand } from '../client/hooks.ts'
import { tell } from '../client/notice.ts'
import { t } from '../messages/index.ts'
import { AskDialog } from './ask-dialog.tsx'
import { Button } from './button.tsx'

type EndRowProps = { command: string; input: object; label: string }

/** Lets a row of the province hold no longer, once asked: it cannot be opened again, and stays to be looked up. */
export function EndRow({ command, input, label }: EndRowProps) {
  const [asking, setAsking] = useState(false)
  const end = useCommand<object>(command)
  const confirm = async () => {
    if (!(await end.send(input))) return
    setAsking(false)
    tell(t('part.ended'))
  }
  return (
    <>
      <Button aria-label={`${t('part.end')}: ${label}`} onClick={() => setAsking(true)}>
        {t('part.end')}
      </Button>
      {asking && (
        <AskDialog
          title={t('part.end')}
          action={t('part.end')}
          sending={end}
          onConfirm={() => void confirm()}
          onClose={() => setAsking(false)}
        >
          <p>
            <b>{label}</b>
          </p>
          <p>{t('part.end-sure')}</p>
        </AskDialog>
      )}
    </>
  )
}
