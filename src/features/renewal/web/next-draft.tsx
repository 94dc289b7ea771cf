import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Go, useGo } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { signedAddress } from '../../programmes/web/addresses.ts'
import type { draftNext } from '../commands/draft-next.ts'
import type { NextAnswer } from './next-page.tsx'

/** From the agreed lines to the draft of the new period, and on to the signed paper. */
export function NextDraft({ answer: { programmes, offered, followers, can, whyNot } }: { answer: NextAnswer }) {
  const [from, setFrom] = useState(String(offered.from))
  const [to, setTo] = useState(String(offered.to))
  const make = useCommand<InputOf<typeof draftNext>>('renewal.draft-next', { refresh: ['renewal.', 'programmes.', 'insight.'] })
  const go = useGo()
  const whole = [from, to].every(one => /^\d{4}$/.test(one))
  const ids = programmes.map(one => one.id)
  const file = (format: string) => `/api/exports/next-programme/${ids.join('+')}_${from}-${to}.${format}`
  const draft = async () => {
    if (!whole) return
    const draftId = newId()
    if (await make.send({ draftId, programmeIds: ids, from: Number(from), to: Number(to) })) go(`/chuong-trinh/nhap/${draftId}`)
  }
  return (
    <section className="card padded stack" aria-labelledby="next-draft">
      <h2 id="next-draft">{t('renewal.draft')}</h2>
      <p className="quiet">{t('renewal.draft-help')}</p>
      {followers.map(one => (
        <p key={one.id}>
          {t('renewal.followed-by')} <Go to={`/chuong-trinh/${one.id}`}>{one.number ?? one.title}</Go>
        </p>
      ))}
      {whyNot && <p className="message">{refusalSentence(whyNot.code, whyNot.data)}</p>}
      <div className="row no-print">
        <TextField label={t('renewal.from')} short inputMode="numeric" value={from} onChange={setFrom} />
        <TextField label={t('renewal.to')} short inputMode="numeric" value={to} onChange={setTo} />
      </div>
      <div className="row no-print">
        {!whyNot && whole && (
          <>
            <DownloadLink href={file('docx')}>{t('renewal.draft-docx')}</DownloadLink>
            <DownloadLink href={file('pdf')}>{t('renewal.draft-pdf')}</DownloadLink>
          </>
        )}
        {can.draft && (
          <Button look="main" busy={make.state === 'sending'} onClick={() => void draft()}>
            {t('renewal.draft-make')}
          </Button>
        )}
        <ButtonLink to={signedAddress(ids)}>{t('renewal.draft-signed')}</ButtonLink>
      </div>
      <Problem of={make} />
    </section>
  )
}
