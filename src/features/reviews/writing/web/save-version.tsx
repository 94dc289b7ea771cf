import { useState } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { TextField } from '../../../../ui/components/fields.tsx'
import { Form } from '../../../../ui/components/form.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { askVersion } from '../put-back.ts'
import type { Room } from './room.ts'

type SaveProps = { reviewId: string; room: Room | null; onSaved?: () => void }

/** Keeps the text under a name as it stands, with the last words typed. */
export function SaveVersion({ reviewId, room, onSaved }: SaveProps) {
  const [name, setName] = useState('')
  const saving = useCommand<object>('reviews.save-version')
  const save = async () => {
    const versionId = newId()
    if (room) askVersion(room.doc, versionId)
    if (!(await saving.send({ versionId, reviewId, name, marked: room !== null }))) return
    setName('')
    tell(t('versions.saved'))
    onSaved?.()
  }
  return (
    <section className="no-print" aria-label={t('versions.save')}>
      <Form submit={t('versions.save')} busy={saving.state === 'sending'} enterSends onSubmit={() => void save()}>
        <TextField
          label={t('versions.name')}
          help={t('versions.name-help')}
          required
          maxLength={200}
          value={name}
          onChange={setName}
          problem={saving.problemAt('name')}
        />
        <Problem of={saving} />
      </Form>
    </section>
  )
}
