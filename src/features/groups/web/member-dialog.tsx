import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PersonField } from '../../agencies/web/person-field.tsx'
import { MEMBER_ROLES, type MemberRole } from '../contract.ts'
import type { GroupsAnswer, Member } from './types.ts'

type Written = {
  account: string | null
  name: string
  post: string
  role: MemberRole
  fromOn: string | null
  toOn: string | null
}
const fieldsOf = ({ account, name, post, role, fromOn, toOn }: Written) => ({
  account,
  name,
  post,
  role,
  fromOn: fromOn ?? '',
  toOn,
})

/** Who stands, with the account behind them. */
const standing = (old: Member): Written => ({ ...old, account: old.behind?.holderAccount ?? null })

type MemberDialogProps = { answer: GroupsAnswer; old: Member | null; groupId: string; onClose: () => void }

/** Enters an official of the own side into the working group, or says until when they were in it. */
export function MemberDialog({ answer, old, groupId, onClose }: MemberDialogProps) {
  const first: Written = {
    account: null,
    name: '',
    post: '',
    role: 'member',
    fromOn: answer.group?.decidedOn ?? null,
    toOn: null,
  }
  const [value, setValue] = useState<Written>(old ? standing(old) : first)
  const adding = useCommand<object>('groups.add-member')
  const changing = useCommand<object, { version: number }>('groups.change-member')
  const command = old ? changing : adding
  const set = (part: Partial<Written>) => setValue(before => ({ ...before, ...part }))
  const save = async () => {
    const fields = fieldsOf(value)
    if (!old) {
      const id = newId()
      if (!(await adding.send({ memberId: id, groupId, ...fields }))) return
      tellUndo(t('groups.member-added', { name: value.name }), 'groups.take-back-place', { kind: 'member', id })
      return onClose()
    }
    const sent = await changing.send({ memberId: old.id, version: old.version, ...fields })
    if (!sent) return
    tell(t('groups.saved'), async () => {
      await sendCommand('groups.change-member', { memberId: old.id, version: sent.answer.version, ...fieldsOf(standing(old)) })
      await refresh(['groups'])
    })
    onClose()
  }
  return (
    <Dialog title={t(old ? 'groups.member-change' : 'groups.add-member')} onClose={onClose}>
      <Form submit={t('groups.save')} busy={command.state === 'sending'} onSubmit={() => void save()}>
        <PersonField
          label={t('groups.field-name')}
          postLabel={t('groups.field-post')}
          value={value}
          onChange={set}
          problem={command.problemAt('name')}
        />
        <SelectField
          label={t('groups.field-role')}
          empty={null}
          value={value.role}
          onChange={role => set({ role })}
          choices={MEMBER_ROLES.map(role => ({ value: role, label: t(`groups.role-${role}`) }))}
        />
        <DateField label={t('groups.field-fromOn')} required value={value.fromOn} onChange={fromOn => set({ fromOn })} />
        <DateField
          label={t('groups.field-toOn')}
          help={t('groups.to-help')}
          value={value.toOn}
          onChange={toOn => set({ toOn })}
        />
        <Problem of={command} />
      </Form>
    </Dialog>
  )
}
