import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { ChecksField, RadioField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { REMEDIES, StepKind } from '../contract.ts'
import { STEP_NAMES } from '../words.ts'
import type { Shown } from './supervision-fields.ts'

const COMMANDS: Record<StepKind, string> = {
  notify: 'supervision.notify-owner',
  visit: 'supervision.record-visit',
  conclude: 'supervision.conclude-visits',
  recommend: 'supervision.make-recommendation',
  confirm: 'supervision.confirm-recommendation',
  send: 'supervision.send-recommendation',
  answer: 'supervision.record-answer',
  remedy: 'supervision.record-remedy',
  'see-again': 'supervision.see-again',
  close: 'supervision.close-supervision',
}
const WITH_PAPER: readonly StepKind[] = ['notify', 'send', 'answer']
const WITH_ADDRESSEE: readonly StepKind[] = ['notify', 'send']
const MUST_SAY: readonly StepKind[] = ['visit', 'answer', 'remedy']

type Written = {
  stepId: string
  day: string | null
  addressee: string
  paperNumber: string
  paperDate: string | null
  summary: string
  outcome: '' | (typeof REMEDIES)[number]
  /** The findings that a remedy or a second look tells of. */
  findingIds: string[]
  right: '' | 'yes' | 'no'
}
type FormProps = {
  value: Written
  set: (change: Partial<Written>) => void
  kind: StepKind
  today: string
  /** Those of which the step may tell. */
  waiting: readonly Waiting[]
}

/** The form of one step: the day, and what this step asks beside it. */
export function StepForm({ kind, shown, close }: { kind: StepKind; shown: Shown; close: () => void }) {
  const { supervision: one, construction, today } = shown
  const waiting = waitingFor(kind, shown)
  const addressee = construction?.investor ?? (one.objectKind === 'body' ? one.object : '')
  const start: Written = {
    stepId: newId(),
    day: today,
    addressee,
    paperNumber: '',
    paperDate: today,
    summary: '',
    outcome: '',
    findingIds: waiting.map(finding => finding.value),
    right: '',
  }
  const draft = useDraft<Written>(`supervision.${one.id}.${one.version}.${kind}`, start)
  const command = useCommand<object, { version: number; stepId: string }>(COMMANDS[kind])
  const send = async () => {
    const sent = await command.send({ supervisionId: one.id, version: one.version, ...inputOf(kind, draft.value) })
    if (!sent) return
    draft.clear()
    tell(t('supervision.done', { step: t(`supervision.did-${kind}`) }), async () => {
      const { version, stepId } = sent.answer
      await sendCommand('supervision.take-back-step', { supervisionId: one.id, version, stepId })
      await refresh(['supervision', 'insight.'])
    })
  }
  return (
    <div className="stack">
      <h2>{STEP_NAMES[kind]}</h2>
      <Form
        onSubmit={() => void send()}
        submit={STEP_NAMES[kind]}
        busy={command.state === 'sending'}
        others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
      >
        <Fields value={draft.value} set={draft.set} kind={kind} today={today} waiting={waiting} />
        <Problem of={command} />
      </Form>
    </div>
  )
}

type Waiting = { value: string; label: string }

/** The findings that wait for a remedy or a second look, by what they ask. */
const waitingFor = (kind: StepKind, { findings }: Shown): Waiting[] =>
  findings.flatMap((finding, at) =>
    finding.waitsFor === kind ? [{ value: finding.id, label: `${at + 1}. ${finding.recommendation.slice(0, 160)}` }] : [],
  )

/** What the command takes of what was written. */
function inputOf(kind: StepKind, value: Written): object {
  const { stepId, summary, addressee, paperNumber, outcome, findingIds } = value
  return {
    stepId,
    day: value.day ?? '',
    ...(WITH_PAPER.includes(kind) ? { paperNumber, paperDate: value.paperDate ?? '' } : {}),
    ...(WITH_ADDRESSEE.includes(kind) ? { addressee } : { summary }),
    ...(kind === 'remedy' ? { outcome, findingIds } : {}),
    ...(kind === 'see-again' ? { right: value.right === 'yes', findingIds } : {}),
  }
}

function Fields({ value, set, kind, today, waiting }: FormProps) {
  return (
    <>
      {waiting.length > 1 && (
        <ChecksField
          label={t('supervision.told-findings')}
          help={t('supervision.told-findings-help')}
          value={value.findingIds}
          onChange={findingIds => set({ findingIds })}
          choices={waiting}
        />
      )}
      {waiting.length === 1 && <p>{t('supervision.told-finding', { text: waiting[0]!.label })}</p>}
      {kind === 'remedy' && (
        <RadioField
          label={t('supervision.outcome')}
          name="outcome"
          required
          value={value.outcome}
          onChange={outcome => set({ outcome })}
          choices={[
            { value: 'repaired', label: t('supervision.remedy-repaired') },
            { value: 'explained', label: t('supervision.remedy-explained') },
            { value: 'not-repaired', label: t('supervision.remedy-not-repaired') },
          ]}
        />
      )}
      {kind === 'see-again' && (
        <RadioField
          label={t('supervision.outcome')}
          name="right"
          required
          value={value.right}
          onChange={right => set({ right })}
          choices={[
            { value: 'yes', label: t('supervision.right-yes') },
            { value: 'no', label: t('supervision.right-no') },
          ]}
        />
      )}
      {WITH_ADDRESSEE.includes(kind) && (
        <TextField
          label={t('supervision.addressee')}
          required
          value={value.addressee}
          onChange={addressee => set({ addressee })}
        />
      )}
      {WITH_PAPER.includes(kind) && (
        <>
          <TextField
            label={t('supervision.paper-number')}
            required
            short
            value={value.paperNumber}
            onChange={paperNumber => set({ paperNumber })}
            spellCheck={false}
          />
          <DateField
            label={t('supervision.paper-date')}
            required
            value={value.paperDate}
            onChange={paperDate => set({ paperDate })}
          />
        </>
      )}
      <DateField label={t('supervision.day')} required value={value.day} max={today} onChange={day => set({ day })} />
      {!WITH_ADDRESSEE.includes(kind) && (
        <TextArea
          label={t('supervision.said')}
          required={MUST_SAY.includes(kind)}
          value={value.summary}
          onChange={summary => set({ summary })}
        />
      )}
    </>
  )
}
