import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { IndicatorFields } from '../indicators/contract.ts'
import { whyNotIndicator } from '../indicators/rules.ts'
import { agreedOf, type Duty } from './indicator-words.ts'
import { boundsOf } from './target-bounds.ts'
import { TargetFields, type TargetWritten, targetWritten } from './target-fields.tsx'

type Input = IndicatorFields & { indicatorId: string; commitmentId: string }

/** How the own side would measure a duty. It begins with what is agreed, else with what the text prints. */
export function IndicatorForm({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const agreed = agreedOf(duty)
  const [target, setTarget] = useState<TargetWritten>(() => targetWritten(agreed?.target ?? duty.targets[0] ?? null))
  const [evidence, setEvidence] = useState(agreed?.evidence ?? '')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [indicatorId] = useState(() => newId())
  const propose = useCommand<Input>('plans.propose-indicator')
  const save = async () => {
    const bounds = boundsOf(target.kind, target.number, target.second)
    const wrong = whyNotSave(target.unit, reason) ?? wordsOf(whyNotIndicator(bounds))
    setProblem(wrong)
    if (wrong) return
    const fields = { unit: target.unit, ...bounds, per: target.per || 'year', evidence: evidence.trim() || null, reason }
    if (!(await propose.send({ indicatorId, commitmentId: duty.id, ...fields }))) return
    tell(t('plans.indicator-saved'), async () => {
      await sendCommand('plans.withdraw-indicator', { indicatorId, version: 1 })
      await refresh(['plans'])
    })
    onClose()
  }
  return (
    <Dialog title={agreed ? t('plans.indicator-change') : t('plans.indicator-propose')} onClose={onClose}>
      <p className="paper-text">{duty.text}</p>
      <p className="message">{t('plans.indicator-note')}</p>
      <Form onSubmit={() => void save()} submit={t('plans.propose-save')} busy={propose.state === 'sending'}>
        <TargetFields value={target} set={part => setTarget(before => ({ ...before, ...part }))} required />
        <TextField
          label={t('plans.indicator-evidence-wanted')}
          help={t('plans.indicator-evidence-help')}
          value={evidence}
          onChange={setEvidence}
        />
        <TextArea label={t('plans.reason')} help={t('plans.reason-help')} required rows={2} value={reason} onChange={setReason} />
        {problem && (
          <p className="message bad" role="alert">
            {problem}
          </p>
        )}
        <Problem of={propose} />
      </Form>
    </Dialog>
  )
}

const wordsOf = (why: ReturnType<typeof whyNotIndicator>) => why && find(`refusal.${why.code}`, why.data)

function whyNotSave(unit: string, reason: string): string | null {
  if (!unit.trim()) return t('plans.indicator-unit-needed')
  return reason.trim() ? null : t('plans.reason-needed')
}
