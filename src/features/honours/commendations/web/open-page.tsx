import '../../web/honours.css'
import { useState } from 'react'
import { vietnamDate } from '../../../../kernel/dates.ts'
import { newId } from '../../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../../ui/client/types.ts'
import { useDraft } from '../../../../ui/client/use-draft.ts'
import { useGo } from '../../../../ui/components/address.tsx'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { SelectField, TextField } from '../../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../../ui/components/form.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { useRequired } from '../../../../ui/components/use-required.ts'
import { t } from '../../../../ui/messages/index.ts'
import type { choices } from '../choices.ts'
import { dossierTerm, FORM_KEYS, FORMS, type FormKey } from '../forms.ts'

type Choices = AnswerOf<typeof choices>
type Written = {
  commendationId: string
  occasion: string
  form: FormKey | ''
  issuer: string
  programmeId: string
  ceremonyOn: string | null
  termOn: string | null
  termBasis: string
}

/** Opens a round of commendation. */
export default function OpenPage() {
  const found = useAnswer<Choices>('honours.commendation-choices', {})
  const bar = [
    { label: t('commendations.title'), to: '/thi-dua' },
    { label: t('commendations.open-title'), current: true },
  ]
  return (
    <Page title={t('commendations.open-title')} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>{all => <OpenForm choices={all} />}</Answered>
    </Page>
  )
}

function OpenForm({ choices: { programmes } }: { choices: Choices }) {
  const go = useGo()
  const [today] = useState(() => vietnamDate(new Date()))
  const [start] = useState<Written>(() => ({
    commendationId: newId(),
    occasion: '',
    form: '',
    issuer: '',
    programmeId: programmes.length === 1 ? programmes[0]!.id : '',
    ceremonyOn: null,
    termOn: null,
    termBasis: '',
  }))
  const draft = useDraft<Written>('commendation.new', start)
  const { value, set } = draft
  const open = useCommand<object>('honours.open-commendation')
  const term = value.form ? dossierTerm(value.form, value.ceremonyOn, today) : null
  const asked = value.form && !term ? { termOn: value.termOn, termBasis: value.termBasis } : {}
  const required = useRequired({ occasion: value.occasion, form: value.form, issuer: value.issuer, ...asked })
  const save = async () => {
    if (!required.check()) return
    const { commendationId, occasion, form, issuer, programmeId, ceremonyOn, termOn, termBasis } = value
    const given = term ? {} : { term: { on: termOn, basis: termBasis } }
    const input = { commendationId, occasion, form, issuer, ceremonyOn, ...given, ...(programmeId && { programmeId }) }
    if (!(await open.send(input))) return
    draft.clear()
    tell(t('commendations.opened'))
    go(`/thi-dua/${commendationId}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form onSubmit={() => void save()} submit={t('commendations.open')} busy={open.state === 'sending'}>
        <TextField
          label={t('commendations.occasion')}
          help={t('commendations.occasion-help')}
          required
          maxLength={200}
          value={value.occasion}
          onChange={occasion => set({ occasion })}
          problem={required.problemOf('occasion')}
        />
        <SelectField
          label={t('commendations.form')}
          help={value.form ? councilOf(value.form) : undefined}
          required
          value={value.form}
          onChange={form => set({ form })}
          choices={FORM_KEYS.map(key => ({ value: key, label: FORMS[key].name }))}
          problem={required.problemOf('form')}
        />
        <TextField
          label={t('commendations.issuer')}
          help={t('commendations.issuer-help')}
          required
          maxLength={200}
          value={value.issuer}
          onChange={issuer => set({ issuer })}
          problem={required.problemOf('issuer')}
        />
        {programmes.length > 0 && (
          <SelectField
            label={t('commendations.programme')}
            value={value.programmeId}
            onChange={programmeId => set({ programmeId })}
            empty={t('commendations.programme-none')}
            choices={programmes.map(one => ({ value: one.id, label: one.number ?? one.title }))}
          />
        )}
        <DateField
          label={t('commendations.ceremony-on')}
          value={value.ceremonyOn}
          min={today}
          onChange={ceremonyOn => set({ ceremonyOn })}
        />
        {term && <p className="quiet">{t('commendations.term-said', { day: term.on, basis: term.basis })}</p>}
        {value.form && !term && (
          <>
            <DateField
              label={t('commendations.term-on')}
              required
              value={value.termOn}
              min={today}
              onChange={termOn => set({ termOn })}
              problem={required.problemOf('termOn')}
            />
            <TextField
              label={t('commendations.term-basis')}
              required
              maxLength={200}
              value={value.termBasis}
              onChange={termBasis => set({ termBasis })}
              problem={required.problemOf('termBasis')}
            />
          </>
        )}
        <Problem of={open} />
      </Form>
    </>
  )
}

export function councilOf(form: FormKey): string {
  const { share } = FORMS[form]
  return share === null ? t('commendations.council-free') : t('commendations.council-asked', { share })
}
