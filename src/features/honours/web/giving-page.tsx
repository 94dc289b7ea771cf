import './honours.css'
import { useState } from 'react'
import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useGo, usePathPart } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { NATURES, type Nature } from '../contract.ts'
import type { beforeGiving } from '../queries/before-giving.ts'
import { BeforePart } from './before-part.tsx'

export type Standing = AnswerOf<typeof beforeGiving>
export type Giving = { nature: Nature | ''; givenOn: string | null; amount: number | null; reason: string; programmeId: string }

/** A visit or benefit: what was given there already stands in sight before it is recorded. */
export default function GivingPage() {
  const recognitionId = usePathPart('id')
  const [value, setValue] = useState<Giving>(() => ({
    nature: '',
    givenOn: vietnamDate(new Date()),
    amount: null,
    reason: '',
    programmeId: '',
  }))
  const { nature, givenOn, amount } = value
  const input = { recognitionId, ...(nature && { nature }), ...(givenOn && { on: givenOn }), ...(amount !== null && { amount }) }
  const found = useAnswer<Standing>('honours.before-giving', input, { keepPrevious: true })
  const title = found.data
    ? t('honours.give-title', { village: found.data.village, commune: found.data.commune })
    : t('honours.give')
  const bar = [
    { label: t('honours.title'), to: '/nguoi-co-uy-tin' },
    { label: title, current: true },
  ]
  const set = (change: Partial<Giving>) => setValue(before => ({ ...before, ...change }))
  return (
    <Page title={title} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>
        {standing => <GivingForm recognitionId={recognitionId} value={value} set={set} standing={standing} />}
      </Answered>
    </Page>
  )
}

type FormProps = { recognitionId: string; value: Giving; set: (change: Partial<Giving>) => void; standing: Standing }

function GivingForm({ recognitionId, value, set, standing }: FormProps) {
  const go = useGo()
  const [benefitId] = useState(() => newId())
  const give = useCommand<object>('honours.give-benefit')
  const { nature, givenOn, amount, reason, programmeId } = value
  const passes = standing.over !== null && standing.can.passCeiling
  const required = useRequired({ nature, givenOn, amount, ...(passes && { reason }) })
  const save = async () => {
    if (!required.check() || !nature) return
    const sent = await give.send({
      benefitId,
      recognitionId,
      nature,
      givenOn,
      amount,
      seen: standing.same.length,
      ...(passes && { reason }),
      ...(programmeId && { programmeId }),
    })
    if (!sent) return
    tell(t('honours.given', { nature: t(`honours.nature-${nature}`), village: standing.village }))
    go('/nguoi-co-uy-tin')
  }
  return (
    <Form onSubmit={() => void save()} submit={t('honours.give-save')} busy={give.state === 'sending'}>
      <SelectField
        label={t('honours.nature')}
        required
        value={nature}
        onChange={chosen => set({ nature: chosen })}
        choices={NATURES.map(one => ({ value: one, label: t(`honours.nature-${one}`) }))}
        problem={required.problemOf('nature')}
      />
      <DateField
        label={t('honours.given-on')}
        required
        value={givenOn}
        max={standing.today}
        onChange={day => set({ givenOn: day })}
        problem={required.problemOf('givenOn')}
      />
      <NumberField
        label={t('honours.amount')}
        required
        unit="đ"
        value={amount}
        onChange={typed => set({ amount: typed })}
        problem={required.problemOf('amount')}
      />
      {nature && <BeforePart standing={standing} year={yearOf(givenOn ?? standing.today)} />}
      {passes && (
        <TextField
          label={t('honours.over-reason')}
          required
          maxLength={300}
          value={reason}
          onChange={typed => set({ reason: typed })}
          problem={required.problemOf('reason')}
        />
      )}
      {standing.programmes.length > 0 && (
        <SelectField
          label={t('honours.programme')}
          value={programmeId}
          onChange={chosen => set({ programmeId: chosen })}
          empty={t('honours.programme-none')}
          choices={standing.programmes.map(one => ({ value: one.id, label: one.number ?? one.title }))}
        />
      )}
      <Problem of={give} />
    </Form>
  )
}
