import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { me } from '../../../ui/client/boot.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PersonField } from '../../agencies/web/person-field.tsx'
import type { FocalPointFields } from '../contract.ts'
import type { FocalPoint, GroupsAnswer } from './types.ts'

type Bodies = { bodies: { id: string; units: { id: string; name: string }[] }[] }
type Accounts = { holderAccount: string | null; deputyAccount: string | null }
type Written = Omit<FocalPointFields, 'fromOn'> & { fromOn: string | null } & Accounts
const NOBODY: Accounts = { holderAccount: null, deputyAccount: null }

/** What stands, with the accounts behind it. */
const standing = (old: FocalPoint): Written => ({ ...old, ...(old.behind ?? NOBODY) })

const fieldsOf = ({
  unit,
  holder,
  holderPost,
  deputy,
  deputyPost,
  phone,
  email,
  fromOn,
  toOn,
  holderAccount,
  deputyAccount,
}: Written) => ({
  unit,
  holder,
  holderPost,
  deputy,
  deputyPost,
  phone,
  email,
  fromOn: fromOn ?? '',
  toOn,
  holderAccount,
  deputyAccount,
})

const opening = (answer: GroupsAnswer): Written => ({
  ...NOBODY,
  unit: me().unit?.name ?? '',
  holder: '',
  holderPost: '',
  deputy: '',
  deputyPost: '',
  phone: '',
  email: '',
  fromOn: answer.today,
  toOn: null,
})

type FocalDialogProps = { answer: GroupsAnswer; old: FocalPoint | null; onClose: () => void }

/** Names a focal point of the own side, or puts one right. */
export function FocalDialog({ answer, old, onClose }: FocalDialogProps) {
  const [value, setValue] = useState<Written>(old ? standing(old) : opening(answer))
  const naming = useCommand<object>('groups.name-focal-point')
  const changing = useCommand<object, { version: number }>('groups.change-focal-point')
  const command = old ? changing : naming
  const set = (part: Partial<Written>) => setValue(before => ({ ...before, ...part }))
  const save = async () => {
    const fields = fieldsOf(value)
    if (!old) {
      const id = newId()
      if (!(await naming.send({ focalPointId: id, programmeId: answer.programme.id, ...fields }))) return
      tellUndo(t('groups.focal-named', { unit: value.unit }), 'groups.take-back-place', { kind: 'focal-point', id })
      return onClose()
    }
    const sent = await changing.send({ focalPointId: old.id, version: old.version, ...fields })
    if (!sent) return
    tell(t('groups.saved'), async () => {
      const before = { focalPointId: old.id, version: sent.answer.version, ...fieldsOf(standing(old)) }
      await sendCommand('groups.change-focal-point', before)
      await refresh(['groups'])
    })
    onClose()
  }
  const text = (field: 'phone' | 'email', help?: string) => (
    <TextField
      label={t(`groups.field-${field}`)}
      help={help}
      value={value[field]}
      onChange={word => set({ [field]: word })}
      problem={command.problemAt(field)}
    />
  )
  return (
    <Dialog title={t(old ? 'groups.focal-change' : 'groups.name-focal')} onClose={onClose}>
      <Form submit={t('groups.save')} busy={command.state === 'sending'} onSubmit={() => void save()}>
        <UnitField value={value.unit} onChange={unit => set({ unit })} own={answer.own} problem={command.problemAt('unit')} />
        <PersonField
          label={t('groups.field-holder')}
          postLabel={t('groups.field-holderPost')}
          help={t('groups.holder-help')}
          value={{ account: value.holderAccount, name: value.holder, post: value.holderPost }}
          onChange={one => set({ holderAccount: one.account, holder: one.name, holderPost: one.post })}
          problem={command.problemAt('holder')}
        />
        <PersonField
          label={t('groups.field-deputy')}
          postLabel={t('groups.field-deputyPost')}
          value={{ account: value.deputyAccount, name: value.deputy, post: value.deputyPost }}
          onChange={one => set({ deputyAccount: one.account, deputy: one.name, deputyPost: one.post })}
          problem={command.problemAt('deputy')}
        />
        {text('phone', t('groups.contact-help'))}
        {text('email')}
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

type UnitFieldProps = { value: string; onChange: (unit: string) => void; own: string; problem: string | null }

/** One of the own body's units, or another name that stands in the paper. */
function UnitField({ value, onChange, own, problem }: UnitFieldProps) {
  const { data } = useAnswer<Bodies>('agencies.bodies', {})
  const units = data?.bodies.find(body => body.id === own)?.units ?? []
  const known = units.some(unit => unit.name === value)
  const [other, setOther] = useState(false)
  const free = other || (value !== '' && data !== undefined && !known)
  return (
    <>
      {units.length > 0 && (
        <SelectField
          label={t('groups.field-unit')}
          required
          value={free ? 'other' : value}
          onChange={chosen => {
            setOther(chosen === 'other')
            onChange(chosen === 'other' ? '' : chosen)
          }}
          choices={[
            ...units.map(unit => ({ value: unit.name, label: unit.name })),
            { value: 'other', label: t('groups.unit-other') },
          ]}
          problem={free ? null : problem}
        />
      )}
      {(free || units.length === 0) && (
        <TextField label={t('groups.field-unit-name')} required value={value} onChange={onChange} problem={problem} />
      )}
    </>
  )
}
