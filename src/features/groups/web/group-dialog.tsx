import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { GroupsAnswer } from './types.ts'
import { undoOf } from './undo-change.ts'

/** The founding paper of the working group: number, date and, where it is at hand, the file. */
const fieldsOf = ({ number, decidedOn, fileId }: NonNullable<GroupsAnswer['group']>) => ({ number, decidedOn, fileId })

export function GroupDialog({ answer, onClose }: { answer: GroupsAnswer; onClose: () => void }) {
  const { group, programme } = answer
  const [number, setNumber] = useState(group?.number ?? '')
  const [decidedOn, setDecidedOn] = useState<string | null>(group?.decidedOn ?? null)
  const [fileId, setFileId] = useState<string | null>(group?.fileId ?? null)
  const founding = useCommand<object>('groups.found-group')
  const changing = useCommand<object>('groups.change-group')
  const command = group ? changing : founding
  const save = async () => {
    const fields = { number, decidedOn: decidedOn ?? '', fileId }
    const sent = group
      ? await changing.send({ groupId: group.id, version: group.version, ...fields })
      : await founding.send({ groupId: newId(), programmeId: programme.id, ...fields })
    if (!sent) return
    tell(
      t('groups.saved'),
      group ? undoOf('groups.change-group', { groupId: group.id, ...fieldsOf(group) }, group.version) : null,
    )
    onClose()
  }
  return (
    <Dialog title={t('groups.paper')} onClose={onClose}>
      <Form submit={t('groups.save')} busy={command.state === 'sending'} onSubmit={() => void save()}>
        <TextField
          label={t('groups.field-number')}
          help={t('groups.number-help')}
          required
          value={number}
          onChange={setNumber}
          problem={command.problemAt('number')}
        />
        <DateField
          label={t('groups.field-decidedOn')}
          required
          value={decidedOn}
          onChange={setDecidedOn}
          problem={command.problemAt('decidedOn')}
        />
        <FileDrop label={t('groups.paper-file')} onUploaded={file => setFileId(file.fileId)} />
        <Problem of={command} />
      </Form>
    </Dialog>
  )
}
