import './programmes.css'
import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { Refused } from '../../../ui/client/call.ts'
import { refresh, useAnswer } from '../../../ui/client/hooks.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { Go, useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence } from '../../../ui/messages/problem.ts'
import type { listDrafts } from '../queries/drafts.ts'
import { CONTINUES, continuing } from './addresses.ts'
import { DraftLine } from './draft-line.tsx'

type Drafts = AnswerOf<typeof listDrafts>
type Trouble = { sentence: string; programmeId: string | null }

const LOOK_AGAIN_MS = 1500

/** Where a signed file is handed in, and where imports in work are found again. */
export default function ImportStart() {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const go = useGo()
  const [continues] = useAddressWord(CONTINUES)
  const start = async ({ fileId }: UploadedFile) => {
    const draftId = newId()
    setTrouble(null)
    try {
      await sendCommand('programmes.start-import', { draftId, fileId, ...continuing(continues) }, newId(), false)
      await refresh(['programmes.drafts', 'insight.'])
      go(`/chuong-trinh/nhap/${draftId}`)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  return (
    <Page title={t('programmes.start-title')}>
      {continues !== '' && <p className="message">{t('programmes.start-continues')}</p>}
      <FileDrop
        label={t('programmes.start-drop')}
        help={t('programmes.start-kinds')}
        accept=".docx,.docm,.pdf,.txt,.jpg,.jpeg,.png"
        onUploaded={file => void start(file)}
      />
      {trouble && (
        <p className="message bad" role="alert">
          {trouble.sentence}{' '}
          {trouble.programmeId && <Go to={`/chuong-trinh/${trouble.programmeId}`}>{t('programmes.open-programme')}</Go>}
        </p>
      )}
      <DraftsInWork />
      <HowItGoes />
    </Page>
  )
}

function troubleOf(error: unknown): Trouble {
  const known = error instanceof Refused ? error.data['programmeId'] : null
  return { sentence: problemSentence(error, false), programmeId: typeof known === 'string' ? known : null }
}

function DraftsInWork() {
  const [reading, setReading] = useState(false)
  const found = useAnswer<Drafts>('programmes.drafts', {}, reading ? { every: LOOK_AGAIN_MS } : {})
  const busy = found.data?.drafts.some(draft => draft.state === 'reading' && !draft.stopped) ?? false
  if (busy !== reading) setReading(busy)
  return (
    <section className="card" aria-labelledby="drafts-title">
      <h2 className="card-head" id="drafts-title">
        {t('programmes.drafts-title')}
      </h2>
      <Answered of={found}>
        {({ drafts }) =>
          drafts.length > 0 ? (
            <ul className="lines">
              {drafts.map(draft => (
                <DraftLine key={draft.id} draft={draft} />
              ))}
            </ul>
          ) : (
            <p className="quiet draft-none">{t('programmes.drafts-none')}</p>
          )
        }
      </Answered>
    </section>
  )
}

const HowItGoes = () => (
  <section className="card padded stack" aria-labelledby="how-title">
    <h2 id="how-title">{t('programmes.start-how')}</h2>
    <ol className="how">
      <li>{t('programmes.start-how-1')}</li>
      <li>{t('programmes.start-how-2')}</li>
      <li>{t('programmes.start-how-3')}</li>
    </ol>
    <ul className="how">
      <li>{t('programmes.start-kind-docx')}</li>
      <li>{t('programmes.start-kind-pdf')}</li>
      <li>{t('programmes.start-kind-txt')}</li>
    </ul>
    <p className="message">{t('programmes.start-secret')}</p>
  </section>
)
