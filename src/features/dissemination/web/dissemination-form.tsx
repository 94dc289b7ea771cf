import { useState } from 'react'
import { addDays } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, RadioField, SelectField, TextArea } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { list as listPlans } from '../../plans/queries/list.ts'
import './dissemination.css'
import type { Choices } from './types.ts'

type Plans = AnswerOf<typeof listPlans>
const DAYS_TO_READ = 14

/** Has the own staff read something. `?chuong-trinh=` and `?ke-hoach=` choose what. */
export default function DisseminationForm() {
  const found = useAnswer<Choices>('dissemination.choices', {})
  const plans = useAnswer<Plans>('plans.list', {})
  return (
    <Page title={t('dissemination.new')}>
      <Answered of={found}>
        {choices => <Answered of={plans}>{answer => <Entry choices={choices} plans={answer} />}</Answered>}
      </Answered>
    </Page>
  )
}

const FILE = 'file'

/** Programmes, and the plans of their years that every party has agreed to. */
const subjectsOf = ({ programmes }: Plans) => [
  ...programmes.map(one => ({ value: `programme ${one.id}`, label: one.number ? `${one.title} (${one.number})` : one.title })),
  ...programmes.flatMap(one =>
    one.plans
      .filter(plan => plan.state === 'agreed')
      .map(plan => ({
        value: `plan ${plan.id}`,
        label: t('dissemination.plan-of', { year: plan.year, name: one.number ?? one.title }),
      })),
  ),
  { value: FILE, label: t('dissemination.a-file') },
]

function Entry({ choices, plans }: { choices: Choices; plans: Plans }) {
  const go = useGo()
  const [programme] = useAddressWord('chuong-trinh')
  const [plan] = useAddressWord('ke-hoach')
  const subjects = subjectsOf(plans)
  const wanted = plan ? `plan ${plan}` : programme ? `programme ${programme}` : ''
  const [subject, setSubject] = useState(subjects.some(one => one.value === wanted) ? wanted : '')
  const [fileId, setFileId] = useState('')
  const [some, setSome] = useState(false)
  const [unitIds, setUnitIds] = useState<string[]>([])
  const [note, setNote] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(addDays(choices.today, DAYS_TO_READ))
  const [missing, setMissing] = useState(false)
  const sending = useCommand<object>('dissemination.send-dissemination')
  const [kind = '', id = ''] = subject === FILE ? [FILE, fileId] : subject.split(' ')
  const incomplete = !kind || !id || (some && unitIds.length === 0)
  const send = async () => {
    setMissing(incomplete)
    if (incomplete) return
    const disseminationId = newId()
    const units = some ? unitIds : []
    const input = { disseminationId, subject: { kind, id }, unitIds: units, note, dueOn: dueOn ?? '' }
    if (!(await sending.send(input))) return
    tell(t('dissemination.sent'))
    go(`/quan-triet/${disseminationId}`)
  }
  return (
    <Form submit={t('dissemination.send')} busy={sending.state === 'sending'} onSubmit={() => void send()}>
      <SelectField label={t('dissemination.what')} required value={subject} onChange={setSubject} choices={subjects} />
      {subject === FILE && <FileDrop onUploaded={file => setFileId(file.fileId)} help={t('dissemination.file-help')} />}
      <RadioField
        label={t('dissemination.units')}
        name="which-units"
        value={some ? 'some' : 'all'}
        onChange={value => setSome(value === 'some')}
        choices={[
          { value: 'all', label: t('dissemination.whole') },
          { value: 'some', label: t('dissemination.some-units') },
        ]}
      />
      {some && (
        <ChecksField
          label={t('dissemination.some-units')}
          value={unitIds}
          onChange={setUnitIds}
          choices={choices.units.map(unit => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <TextArea label={t('dissemination.note')} help={t('dissemination.note-help')} value={note} onChange={setNote} />
      <DateField
        label={t('dissemination.due')}
        required
        value={dueOn}
        min={choices.today}
        onChange={setDueOn}
        problem={sending.problemAt('dueOn')}
      />
      {missing && incomplete && (
        <p className="message bad" role="alert">
          {t('refusal.field.empty')}
        </p>
      )}
      <Problem of={sending} />
    </Form>
  )
}
