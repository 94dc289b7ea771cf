import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { AskDialog } from '../../../ui/components/ask-dialog.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'

type Props = { clearance: { id: string; version: number }; proposed: boolean }

/** Whoever cleared the draft takes that back, having been told what follows from it. */
export function WithdrawClearing({ clearance: { id: clearanceId, version }, proposed }: Props) {
  const [asked, setAsked] = useState(false)
  const sending = useCommand<{ clearanceId: string; version: number }>('reviews.withdraw-clearing', {
    refresh: ['reviews', 'insight.'],
  })
  const withdraw = async () => {
    if (!(await sending.send({ clearanceId, version }))) return
    tell(t('reviews.clearing-withdrawn'))
    setAsked(false)
  }
  return (
    <div className="row">
      <Button onClick={() => setAsked(true)}>{t('reviews.withdraw-clearing')}</Button>
      {asked && (
        <AskDialog
          title={t('reviews.withdraw-clearing')}
          action={t('reviews.withdraw-clearing')}
          sending={sending}
          onConfirm={() => void withdraw()}
          onClose={() => setAsked(false)}
        >
          <p>{t(proposed ? 'reviews.withdraw-clearing-sent' : 'reviews.withdraw-clearing-why')}</p>
        </AskDialog>
      )}
    </div>
  )
}
