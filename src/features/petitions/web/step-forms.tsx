import type { ReactNode } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { RadioField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CamePart } from '../../papers/web/came-part.tsx'
import { LetterPart } from '../../papers/web/letter-part.tsx'
import { CHANNELS, type Channel, LEVELS, type Level, REFERRAL_KINDS, type ReferralKind, type StepKind } from '../contract.ts'
import { CHANNEL_NAMES, LEVEL_NAMES, REFERRAL_NAMES } from '../words.ts'
import type { Shown } from './petition-page.tsx'
import { doneName, stepName } from './petition-words.ts'

/** Everything that any of the forms asks; each shows its part. Kept in the browser until it is sent. */
type Written = {
  stepId: string
  day: string | null
  addressee: string
  level: Level
  paperNumber: string
  paperDate: string | null
  termOn: string | null
  termBasis: string
  summary: string
  settled: '' | 'yes' | 'no'
  onSpot: 'yes' | 'no'
  byUnit: string
  referral: ReferralKind | ''
  channel: Channel | ''
}
type FormProps = { value: Written; set: (change: Partial<Written>) => void; shown: Shown }

function opening({ today, proposals, petition, unit, owner }: Shown, kind: StepKind): Written {
  const first = proposals?.addressees[0]
  const level = first?.level ?? 'province'
  const own = proposals?.own[kind === 'answer' ? 'answered' : kind === 'check' ? 'not-settled' : 'forwarded']
  return {
    stepId: newId(),
    day: today,
    addressee: petition.addressee ?? first?.addressee ?? '',
    level,
    paperNumber: '',
    paperDate: today,
    termOn: own?.on ?? null,
    termBasis: own?.basis ?? '',
    summary: '',
    settled: '',
    onSpot: 'yes',
    byUnit: unit ?? owner.shortName,
    referral: '',
    channel: '',
  }
}

const FORMS: Record<Exclude<StepKind, 'urge'>, (props: FormProps) => ReactNode> = {
  forward: ForwardFields,
  acknowledge: AcknowledgeFields,
  answer: AnswerFields,
  check: CheckFields,
  return: ReturnFields,
  'route-out': RouteOutFields,
}
const COMMANDS: Record<Exclude<StepKind, 'urge'>, string> = {
  forward: 'petitions.forward-petition',
  acknowledge: 'petitions.acknowledge-petition',
  answer: 'petitions.answer-petition',
  check: 'petitions.check-petition',
  return: 'petitions.return-petition',
  'route-out': 'petitions.route-out',
}

/** The form of one step, in place under the state. */
export function StepForm({ kind, shown, close }: { kind: StepKind; shown: Shown; close: () => void }) {
  const { petition: one } = shown
  const known = kind === 'urge' ? 'acknowledge' : kind
  const draft = useDraft<Written>(`petition.${one.id}.${one.version}.${kind}`, opening(shown, kind))
  const command = useCommand<object, { version: number; stepId: string }>(COMMANDS[known])
  const Fields = FORMS[known]
  const send = async () => {
    const sent = await command.send(inputOf(known, draft.value, shown))
    if (!sent) return
    draft.clear()
    if (known === 'route-out') return tell(t('petitions.referral-saved'))
    tell(t('petitions.done', { state: doneName(kind, draft.value.settled === 'yes') }), async () => {
      await sendCommand('petitions.take-back-step', {
        petitionId: one.id,
        version: sent.answer.version,
        stepId: sent.answer.stepId,
      })
      await refresh(['petitions', 'insight.'])
    })
  }
  return (
    <div className="stack">
      <h2>{stepName(kind)}</h2>
      <Form
        onSubmit={() => void send()}
        submit={known === 'route-out' ? t('petitions.route-do') : stepName(kind)}
        busy={command.state === 'sending'}
        others={<Button onClick={close}>{t('petitions.cancel')}</Button>}
      >
        <Fields value={draft.value} set={draft.set} shown={shown} />
        <Problem of={command} />
      </Form>
    </div>
  )
}

/** What the command takes of what was written. */
function inputOf(kind: Exclude<StepKind, 'urge'>, value: Written, { petition, proposals }: Shown): object {
  const step = { petitionId: petition.id, version: petition.version, stepId: value.stepId, day: value.day ?? '' }
  const paper = { paperNumber: value.paperNumber, paperDate: value.paperDate ?? '' }
  const term = { term: { on: value.termOn ?? '', basis: value.termBasis } }
  if (kind === 'return') return { ...step, summary: value.summary }
  if (kind === 'route-out') return { ...step, kind: value.referral, channel: value.channel }
  if (kind === 'forward')
    return {
      ...step,
      ...paper,
      addressee: value.addressee,
      level: value.level,
      ...(proposals?.clocks[value.level] ? {} : term),
    }
  if (kind === 'acknowledge') return { ...step, ...(value.paperNumber.trim() ? paper : {}) }
  if (kind === 'answer') return { ...step, ...paper, summary: value.summary, ...term }
  const said = { settled: value.settled === 'yes', onSpot: value.onSpot === 'yes', byUnit: value.byUnit, summary: value.summary }
  return { ...step, ...said, ...(value.settled === 'no' ? term : {}) }
}

const DayField = ({ value, set, shown }: FormProps) => (
  <DateField label={t('petitions.day')} required value={value.day} max={shown.today} onChange={day => set({ day })} />
)

function PaperFields({ value, set, required }: FormProps & { required: boolean }) {
  return (
    <>
      <TextField
        label={t('petitions.paper-number')}
        required={required}
        short
        value={value.paperNumber}
        onChange={paperNumber => set({ paperNumber })}
        spellCheck={false}
      />
      <DateField
        label={t('petitions.paper-date')}
        required={required}
        value={value.paperDate}
        onChange={paperDate => set({ paperDate })}
      />
    </>
  )
}

function TermFields({ value, set, label }: FormProps & { label: string }) {
  return (
    <>
      <DateField label={label} required value={value.termOn} onChange={termOn => set({ termOn })} />
      <TextField label={t('petitions.term-basis')} required value={value.termBasis} onChange={termBasis => set({ termBasis })} />
    </>
  )
}

function ForwardFields(props: FormProps) {
  const { value, set, shown } = props
  const clock = shown.proposals?.clocks[value.level]
  const choose = (level: Level) => {
    const proposed = shown.proposals?.addressees.find(one => one.level === level)
    set({ level, ...(proposed ? { addressee: proposed.addressee } : {}) })
  }
  return (
    <>
      <SelectField
        label={t('petitions.level')}
        required
        empty={null}
        value={value.level}
        onChange={choose}
        choices={LEVELS.map(level => ({ value: level, label: LEVEL_NAMES[level] }))}
      />
      <TextField
        label={t('petitions.addressee')}
        help={t('petitions.addressee-help')}
        required
        value={value.addressee}
        onChange={addressee => set({ addressee })}
      />
      <p className="row no-print">
        <a className="button" href={`/api/exports/petition-forwarding/${shown.petition.id}.docx`}>
          {t('petitions.letter')} · {t('petitions.letter-docx')}
        </a>
      </p>
      <LetterPart
        source={{ petitionId: shown.petition.id }}
        take={(paperNumber, paperDate) => set({ paperNumber, paperDate, day: paperDate })}
      />
      <PaperFields {...props} required />
      <DayField {...props} />
      {clock ? (
        <p className="quiet">
          {t('petitions.answer-due')}: {t('petitions.due-with', { day: clock.on, basis: clock.basis })}
        </p>
      ) : (
        <TermFields {...props} label={t('petitions.answer-due')} />
      )}
    </>
  )
}

/** The papers that came in about it, whose number and day can be taken. */
const CameFor = ({ set, shown }: FormProps) => (
  <CamePart about={{ petitionId: shown.petition.id }} take={(paperNumber, paperDate) => set({ paperNumber, paperDate })} />
)

function AcknowledgeFields(props: FormProps) {
  return (
    <>
      <CameFor {...props} />
      <DayField {...props} />
      <PaperFields {...props} required={false} />
    </>
  )
}

function AnswerFields(props: FormProps) {
  const { value, set } = props
  return (
    <>
      <CameFor {...props} />
      <PaperFields {...props} required />
      <DayField {...props} />
      <TextArea label={t('petitions.answer-summary')} required value={value.summary} onChange={summary => set({ summary })} />
      <TermFields {...props} label={t('petitions.check-due')} />
    </>
  )
}

function CheckFields(props: FormProps) {
  const { value, set } = props
  return (
    <>
      <RadioField
        label={t('petitions.check-outcome')}
        name="settled"
        required
        value={value.settled}
        onChange={settled => set({ settled })}
        choices={[
          { value: 'yes', label: t('petitions.check-settled') },
          { value: 'no', label: t('petitions.check-not-settled') },
        ]}
      />
      <RadioField
        label={t('petitions.check-where')}
        name="onSpot"
        required
        value={value.onSpot}
        onChange={onSpot => set({ onSpot })}
        choices={[
          { value: 'yes', label: t('petitions.on-spot') },
          { value: 'no', label: t('petitions.not-on-spot') },
        ]}
      />
      <DayField {...props} />
      <TextField
        label={t('petitions.check-by')}
        help={t('petitions.check-by-help')}
        required
        value={value.byUnit}
        onChange={byUnit => set({ byUnit })}
      />
      <TextArea label={t('petitions.check-summary')} rows={3} value={value.summary} onChange={summary => set({ summary })} />
      {value.settled === 'no' && <TermFields {...props} label={t('petitions.urge-due')} />}
    </>
  )
}

function ReturnFields(props: FormProps) {
  const { value, set } = props
  return (
    <>
      <TextArea label={t('petitions.reason')} required value={value.summary} onChange={summary => set({ summary })} />
      <DayField {...props} />
    </>
  )
}

function RouteOutFields(props: FormProps) {
  const { value, set } = props
  return (
    <>
      <p className="message">{t('petitions.route-note')}</p>
      <RadioField
        label={t('petitions.referral-kind')}
        name="kind"
        required
        value={value.referral}
        onChange={referral => set({ referral })}
        choices={REFERRAL_KINDS.map(kind => ({ value: kind, label: REFERRAL_NAMES[kind] }))}
      />
      <SelectField
        label={t('petitions.channel')}
        required
        value={value.channel}
        onChange={channel => set({ channel })}
        choices={CHANNELS.map(channel => ({ value: channel, label: CHANNEL_NAMES[channel] }))}
      />
      <DayField {...props} />
    </>
  )
}
