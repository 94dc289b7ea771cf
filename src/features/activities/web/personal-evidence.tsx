import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { openFile } from '../../../ui/client/open-file.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { PurposeForm } from '../../../ui/components/purpose-form.tsx'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence } from '../../../ui/messages/problem.ts'

export type PersonalFile = { id: string; name: string; size: number; deletedOn: string }
type Marked = { activityId: string; fileId: string; personal: boolean }

/** What only the recording unit reads: each opening asks for a reason. Nothing stands here for anybody else. */
export function PersonalEvidence({ activityId, files }: { activityId: string; files: readonly PersonalFile[] }) {
  const [opening, setOpening] = useState<PersonalFile | null>(null)
  const mark = useCommand<Marked>('activities.protect-evidence')
  const unmark = async (file: PersonalFile) => {
    const sent = await mark.send({ activityId, fileId: file.id, personal: false })
    if (!sent) return
    tell(t('activities.evidence-unmarked', { name: file.name }), async () => {
      await sendCommand('activities.protect-evidence', { activityId, fileId: file.id, personal: true })
      await refresh(['activities', 'plans'])
    })
  }
  if (files.length === 0) return null
  return (
    <section className="stack" aria-labelledby="personal-evidence">
      <h3 id="personal-evidence">
        {t('activities.personal-title')} <InternalMark />
      </h3>
      <p className="quiet small">{t('activities.personal-help')}</p>
      <ul className="lines">
        {files.map(file => (
          <li key={file.id} className="evidence-line">
            <span>
              {file.name} <span className="quiet small">{t('activities.personal-until', { day: file.deletedOn })}</span>
            </span>
            <span className="row">
              <Button look="plain" onClick={() => setOpening(file)}>
                {t('activities.personal-open')}
              </Button>
              <Button look="plain" onClick={() => void unmark(file)}>
                {t('activities.personal-unmark')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Problem of={mark} />
      {opening && <OpenDialog file={opening} onClose={() => setOpening(null)} />}
    </section>
  )
}

function OpenDialog({ file, onClose }: { file: PersonalFile; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async (purpose: string) => {
    setBusy(true)
    try {
      await openFile(file, purpose)
      onClose()
    } catch (error) {
      setProblem(problemSentence(error, false))
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('activities.personal-open-title', { name: file.name })} onClose={onClose}>
      <PurposeForm submit={t('activities.personal-open')} busy={busy} problem={problem} onOpen={purpose => void open(purpose)} />
    </Dialog>
  )
}
