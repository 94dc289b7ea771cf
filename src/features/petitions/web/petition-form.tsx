import './petitions.css'
import { useMemo, useState } from 'react'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Go, useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { choices } from '../queries/choices.ts'
import type { petition } from '../queries/petition.ts'
import { fieldsOf, type Missing, missingOf, opening, type Written } from './petition-fields.ts'
import { PetitionInputs } from './petition-inputs.tsx'
import { SimilarWhileWriting } from './similar-part.tsx'

type Choices = AnswerOf<typeof choices>
type Shown = AnswerOf<typeof petition>

/** Takes a petition down, or puts one right (?sua=…), or takes a returned one in again (?lai=…). Made for a phone at a village meeting. */
export default function PetitionForm() {
  const [changing] = useAddressWord('sua')
  const [again] = useAddressWord('lai')
  const found = useAnswer<Choices>('petitions.choices', {})
  const old = useAnswer<Shown>('petitions.petition', { petitionId: changing || again }, { enabled: Boolean(changing || again) })
  return (
    <Page title={changing ? t('petitions.change-title') : t('petitions.record-title')}>
      <Answered of={found}>
        {all => {
          if (!changing && !again) return <Entry choices={all} old={null} mode="new" />
          return <Answered of={old}>{shown => <Entry choices={all} old={shown} mode={changing ? 'change' : 'again'} />}</Answered>
        }}
      </Answered>
    </Page>
  )
}

type EntryProps = { choices: Choices; old: Shown | null; mode: 'new' | 'change' | 'again' }

function Entry({ choices: all, old, mode }: EntryProps) {
  const go = useGo()
  const start = useMemo(() => opening(all, old, mode), [all, old, mode])
  const draft = useDraft<Written>(old ? `petition.${mode}.${old.petition.id}.${old.petition.version}` : 'petition.new', start)
  // A name is never kept in the browser: it lives as long as the form is open.
  const [sender, setSender] = useState('')
  const [missing, setMissing] = useState<Missing>({})
  const record = useCommand<object>('petitions.record-petition')
  const change = useCommand<object>('petitions.change-petition')
  const keep = useCommand<object>('petitions.keep-sender', { keep: false })
  const { value } = draft
  const save = async () => {
    const still = missingOf(value, all)
    setMissing(still)
    if (Object.keys(still).length > 0) return
    const sent =
      mode === 'change' && old
        ? await change.send(fieldsOf(value, { version: old.petition.version }))
        : await record.send(newFields())
    if (!sent) return
    draft.clear()
    tell(mode === 'change' ? t('petitions.changed') : t('petitions.recorded', { subject: value.subject.trim() }))
    if (mode !== 'change' && sender.trim()) await keep.send({ petitionId: value.petitionId, version: 1, sender: sender.trim() })
    await refresh(['petitions.petition'])
    go(`/kien-nghi/${value.petitionId}`)
  }
  const newFields = () => ({
    ...fieldsOf(value, { code: value.code, receivedOn: value.receivedOn ?? '' }),
    term: { on: value.termOn ?? '', basis: value.termBasis },
    ...(mode === 'again' && old ? { againOf: old.petition.id } : {}),
  })
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      {mode !== 'change' && <Complaint />}
      <Form
        onSubmit={() => void save()}
        submit={mode === 'change' ? t('petitions.save') : t('petitions.record')}
        busy={record.state === 'sending' || change.state === 'sending' || keep.state === 'sending'}
      >
        <PetitionInputs draft={draft} choices={all} missing={missing} mode={mode} sender={sender} onSender={setSender} />
        {mode === 'new' && <SimilarWhileWriting words={`${value.subject} ${value.text}`} />}
        <Problem of={record} />
        <Problem of={change} />
        <Problem of={keep} />
      </Form>
    </>
  )
}

/** A complaint or denunciation leaves the form before a word of it is typed. */
const Complaint = () => (
  <p className="message">
    <b>{t('petitions.complaint-ask')}</b> {t('petitions.complaint-help')}{' '}
    <Go to="/kien-nghi/don-thu">{t('petitions.complaint-go')}</Go>
  </p>
)
