import './programmes.css'
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { Progress } from '../../../ui/components/progress.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { DraftReading, DraftSource } from '../contract.ts'
import type { DraftView } from '../queries/drafts.ts'
import { ReviewBoard } from './review-board.tsx'

const LOOK_AGAIN_MS = 1000

export type ReadDraft = DraftView & { reading: DraftReading; source: DraftSource }
const isRead = (draft: DraftView): draft is ReadDraft => draft.state === 'read' && draft.reading !== null && draft.source !== null

/** An import from the moment it is handed in: being read, refused, reviewed, in use. Can be left and found again. */
export default function ImportReview() {
  const draftId = usePathPart('draftId')
  const [waiting, setWaiting] = useState(true)
  const found = useAnswer<DraftView>('programmes.draft', { draftId }, waiting ? { every: LOOK_AGAIN_MS } : {})
  const reading = found.data === undefined ? waiting : found.data.state === 'reading' && !found.data.scan?.stopped
  if (reading !== waiting) setWaiting(reading)
  return (
    <Answered of={found}>
      {draft => (isRead(draft) ? <ReviewBoard key={draft.id} draft={draft} /> : <NotReviewed draft={draft} />)}
    </Answered>
  )
}

function NotReviewed({ draft }: { draft: DraftView }) {
  if (draft.state === 'accepted')
    return (
      <Page title={t('programmes.accepted-title')}>
        <ButtonLink to={`/chuong-trinh/${draft.programmeId}`} look="main">
          {t('programmes.open-programme')}
        </ButtonLink>
      </Page>
    )
  if (draft.state === 'discarded') return <Discarded draft={draft} />
  return draft.state === 'failed' ? <Failed draft={draft} /> : <Reading draft={draft} />
}

function Reading({ draft }: { draft: DraftView }) {
  const name = draft.fileName ?? ''
  return (
    <Page title={t('programmes.reading-title')}>
      <div className="card padded stack">
        {draft.progress.total > 0 ? (
          <Progress {...draft.progress} label={t('programmes.reading-label', { name })} />
        ) : (
          <output>{t('programmes.reading-wait', { name })}</output>
        )}
        {draft.scan && <ScanSteps draft={draft} scan={draft.scan} />}
        <p className="quiet">{t('programmes.reading-leave')}</p>
      </div>
    </Page>
  )
}

/** How long the pages of a scan take, and the way to stop and to go on. */
function ScanSteps({ draft, scan }: { draft: DraftView; scan: NonNullable<DraftView['scan']> }) {
  const step = useCommand<{ draftId: string; version: number }>('programmes.stop-scan')
  const at = { draftId: draft.id, version: draft.version }
  return (
    <>
      <p>{scan.stopped ? t('programmes.scan-stopped') : t('programmes.scan-minutes', scan)}</p>
      <Problem of={step} />
      <div className="row">
        {draft.can.stop && (
          <Button busy={step.state === 'sending'} onClick={() => void step.send(at)}>
            {t('programmes.scan-stop')}
          </Button>
        )}
        {draft.can.resume && (
          <Button look="main" busy={step.state === 'sending'} onClick={() => void step.send(at, 'programmes.resume-scan')}>
            {t('programmes.scan-resume')}
          </Button>
        )}
      </div>
    </>
  )
}

const Failed = ({ draft }: { draft: DraftView }) => (
  <Page title={t('programmes.failed-title')}>
    <div className="card padded stack" role="alert">
      {draft.fileName && <p>{draft.fileName}</p>}
      <p>{find(`file.${draft.failure}`) ?? t('programmes.draft-failed')}</p>
      <p className="quiet">{t('programmes.failed-kept')}</p>
      <div>
        <ButtonLink to="/chuong-trinh/nhap" look="main">
          {t('programmes.failed-again')}
        </ButtonLink>
      </div>
    </div>
  </Page>
)

function Discarded({ draft }: { draft: DraftView }) {
  const restore = useCommand<{ draftId: string; version: number }>('programmes.restore-draft')
  return (
    <Page title={t('programmes.discarded-title')}>
      <Problem of={restore} />
      <div>
        <Button
          look="main"
          busy={restore.state === 'sending'}
          onClick={() => void restore.send({ draftId: draft.id, version: draft.version })}
        >
          {t('programmes.discarded-restore')}
        </Button>
      </div>
    </Page>
  )
}
