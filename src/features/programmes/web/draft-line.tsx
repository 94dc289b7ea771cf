import { vietnamDate } from '../../../kernel/dates.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { Progress } from '../../../ui/components/progress.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { listDrafts } from '../queries/drafts.ts'

export type DraftCard = AnswerOf<typeof listDrafts>['drafts'][number]

/** One import in work: what it is, how far it is, and its next step. */
export function DraftLine({ draft }: { draft: DraftCard }) {
  const discard = useCommand<{ draftId: string; version: number }, { version: number }>('programmes.discard-draft')
  const name = draft.title || draft.fileName || t('programmes.draft-secret-name')
  const put = async () => {
    const done = await discard.send({ draftId: draft.id, version: draft.version })
    if (done) tell(t('programmes.draft-discarded'), () => restore(draft.id, done.answer.version))
  }
  return (
    <li className="draft-line">
      <div className="stack">
        <Go to={`/chuong-trinh/nhap/${draft.id}`}>{name}</Go>
        <StateOfDraft draft={draft} />
        <span className="quiet small">
          {t('programmes.draft-by', { name: draft.by ?? '', day: vietnamDate(new Date(draft.createdAt)) })}
        </span>
        <Problem of={discard} />
      </div>
      <Button
        busy={discard.state === 'sending'}
        onClick={() => void put()}
        aria-label={`${t('programmes.draft-discard')}: ${name}`}
      >
        {t('programmes.draft-discard')}
      </Button>
    </li>
  )
}

async function restore(draftId: string, version: number): Promise<void> {
  await sendCommand('programmes.restore-draft', { draftId, version })
  await refresh(['programmes.', 'insight.'])
}

function StateOfDraft({ draft }: { draft: DraftCard }) {
  const { state, failure, open, progress, fileName } = draft
  if (state === 'failed') return <span>{find(`file.${failure}`) ?? t('programmes.draft-failed')}</span>
  if (state === 'read') return <span>{open > 0 ? t('programmes.draft-open', { count: open }) : t('programmes.draft-ready')}</span>
  if (draft.stopped) return <span>{t('programmes.draft-stopped', progress)}</span>
  return progress.total > 0 ? (
    <Progress {...progress} label={t('programmes.reading-label', { name: fileName ?? '' })} />
  ) : (
    <output>{t('programmes.draft-reading')}</output>
  )
}
