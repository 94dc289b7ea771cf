import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { GATHERINGS, type Gathering } from '../contract.ts'
import type { Report } from './report-page.tsx'

type Written = {
  kind: Gathering | ''
  heldOn: string | null
  sessions: number | null
  turns: number | null
  amount: number | null
  programmeId: string
}

/** A meeting, class or journey for them: how many sessions and turns, how much money. */
export function GatheringForm({ report: { today, programmes }, close }: { report: Report; close: () => void }) {
  const [gatheringId] = useState(() => newId())
  const [value, setValue] = useState<Written>({
    kind: '',
    heldOn: today,
    sessions: 1,
    turns: null,
    amount: null,
    programmeId: programmes.length === 1 ? programmes[0]!.id : '',
  })
  const record = useCommand<object>('honours.record-gathering')
  const { kind, heldOn, sessions, turns, programmeId } = value
  const required = useRequired({ kind, heldOn, sessions, turns })
  const set = (change: Partial<Written>) => setValue(before => ({ ...before, ...change }))
  const save = async () => {
    if (!required.check() || !kind) return
    const { programmeId: _chosen, ...fields } = value
    if (!(await record.send({ gatheringId, ...fields, ...(programmeId && { programmeId }) }))) return
    tell(t('honours.gathering-saved', { kind: t(`honours.kind-${kind}`) }))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={t('honours.gathering-add')}
      busy={record.state === 'sending'}
      others={<Button onClick={close}>{t('honours.cancel')}</Button>}
    >
      <SelectField
        label={t('honours.gathering-kind')}
        required
        value={kind}
        onChange={chosen => set({ kind: chosen })}
        choices={GATHERINGS.map(one => ({ value: one, label: t(`honours.kind-${one}`) }))}
        problem={required.problemOf('kind')}
      />
      <DateField
        label={t('honours.held-on')}
        required
        value={heldOn}
        max={today}
        onChange={day => set({ heldOn: day })}
        problem={required.problemOf('heldOn')}
      />
      <NumberField
        label={t('honours.sessions')}
        required
        value={sessions}
        onChange={typed => set({ sessions: typed })}
        problem={required.problemOf('sessions')}
      />
      <NumberField
        label={t('honours.turns')}
        required
        value={turns}
        onChange={typed => set({ turns: typed })}
        problem={required.problemOf('turns')}
      />
      <NumberField label={t('honours.money')} unit="đ" value={value.amount} onChange={amount => set({ amount })} />
      {programmes.length > 0 && (
        <SelectField
          label={t('honours.programme')}
          value={programmeId}
          onChange={chosen => set({ programmeId: chosen })}
          empty={t('honours.programme-none')}
          choices={programmes.map(one => ({ value: one.id, label: one.number ?? one.title }))}
        />
      )}
      <Problem of={record} />
    </Form>
  )
}
