import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { RadioField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { addParent } from '../commands/add-parent.ts'
import { PARENT_LEVELS } from '../contract.ts'

type Input = InputOf<typeof addParent>
const blank = (programmeId: string) => ({
  upperId: newId(),
  programmeId,
  level: 'central' as Input['level'],
  title: '',
  number: '',
  issuer: '',
  text: '',
})

/** The text of the programme above, pasted in as it was signed. */
export function ParentForm({ programmeId }: { programmeId: string }) {
  const [open, setOpen] = useState(false)
  const [written, write] = useState(() => blank(programmeId))
  const add = useCommand<Input>('cascade.add-parent')
  if (!open)
    return (
      <div className="no-print">
        <Button onClick={() => setOpen(true)}>{t('cascade.parent-add')}</Button>
      </div>
    )
  const { number, ...rest } = written
  const save = async () => {
    if (!(await add.send(number.trim() ? written : rest))) return
    setOpen(false)
    write(blank(programmeId))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="parent-form">
      <h2 id="parent-form">{t('cascade.parent-add')}</h2>
      <RadioField
        name="level"
        label={t('cascade.level')}
        value={written.level}
        onChange={level => write({ ...written, level })}
        choices={PARENT_LEVELS.map(value => ({ value, label: t(`cascade.level-${value}`) }))}
      />
      <TextField
        label={t('cascade.parent-title')}
        required
        value={written.title}
        onChange={title => write({ ...written, title })}
      />
      <TextField label={t('cascade.parent-number')} value={number} onChange={to => write({ ...written, number: to })} />
      <TextField
        label={t('cascade.parent-issuer')}
        required
        value={written.issuer}
        onChange={issuer => write({ ...written, issuer })}
      />
      <TextArea
        label={t('cascade.parent-text')}
        help={t('cascade.parent-text-help')}
        required
        rows={12}
        value={written.text}
        onChange={text => write({ ...written, text })}
      />
      <div className="row">
        <Button look="main" busy={add.state === 'sending'} onClick={() => void save()}>
          {t('part.save')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('part.cancel')}</Button>
      </div>
      <Problem of={add} />
    </section>
  )
}
