import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { OUTCOME_NAMES } from '../words.ts'
import { PhotosPart } from './photos-part.tsx'
import type { Shown } from './supervision-fields.ts'

type Finding = Shown['findings'][number]

/** What was seen, each with what is asked and its pictures. */
export function FindingsPart({ shown }: { shown: Shown }) {
  const { findings, can } = shown
  const [open, setOpen] = useState<Finding | 'new' | null>(null)
  return (
    <section className="card padded stack" aria-labelledby="findings">
      <h2 id="findings">{t('supervision.findings')}</h2>
      {findings.length === 0 && <p className="quiet">{t('supervision.findings-none')}</p>}
      <ol className="supervision-list">
        {findings.map(finding => (
          <li key={finding.id}>
            <OneFinding finding={finding} mayChange={can.finding} edit={() => setOpen(finding)} />
          </li>
        ))}
      </ol>
      {open !== null && (
        <FindingForm
          key={open === 'new' ? 'new' : open.id}
          shown={shown}
          old={open === 'new' ? null : open}
          close={() => setOpen(null)}
        />
      )}
      {can.finding && open === null && (
        <div className="row no-print">
          <Button onClick={() => setOpen('new')}>{t('supervision.finding-add')}</Button>
        </div>
      )}
    </section>
  )
}

function OneFinding({ finding, mayChange, edit }: { finding: Finding; mayChange: boolean; edit: () => void }) {
  const [addingPhotos, setAddingPhotos] = useState(false)
  const remove = useCommand<{ findingId: string; version: number }, { version: number }>('supervision.remove-finding')
  const out = async () => {
    const sent = await remove.send({ findingId: finding.id, version: finding.version })
    if (!sent) return
    tell(t('supervision.finding-removed'), async () => {
      await sendCommand('supervision.restore-finding', { findingId: finding.id, version: sent.answer.version })
      await refresh(['supervision', 'insight.'])
    })
  }
  return (
    <>
      <span className="supervision-said">
        <span className="quiet">{printDate(finding.seenOn)}</span> {finding.text}
      </span>
      {finding.recommendation && (
        <span className="supervision-said">
          <b>{t('supervision.finding-asks')}:</b> {finding.recommendation}
        </span>
      )}
      {finding.proposal && (
        <span className="supervision-said">
          <b>{t('supervision.finding-proposal')}:</b> {finding.proposal}
        </span>
      )}
      {finding.end?.outcome && <EndLine end={finding.end} />}
      <PhotosPart finding={finding} mayChange={mayChange} adding={addingPhotos} />
      {mayChange && (
        <span className="row no-print">
          <Button look="plain" onClick={edit}>
            {t('supervision.edit')}
          </Button>
          {!addingPhotos && (
            <Button look="plain" onClick={() => setAddingPhotos(true)}>
              {t('supervision.photo-add')}
            </Button>
          )}
          <Button look="plain" onClick={() => void out()}>
            {t('supervision.finding-remove')}
          </Button>
        </span>
      )}
      <Problem of={remove} />
    </>
  )
}

/** What became of what was asked: what was said of it, and what was found there the second time. */
function EndLine({ end: { outcome, on, seen } }: { end: NonNullable<Finding['end']> }) {
  const said = outcome && on && [OUTCOME_NAMES[outcome], printDate(on)].join(' ')
  const again = seen && `${t('supervision.end-seen')} ${printDate(seen.on)}: ${OUTCOME_NAMES[seen.right ? 'right' : 'not-right']}`
  return (
    <span>
      <b>{t('supervision.outcome')}:</b> {[said, again].filter(Boolean).join(' · ')}
    </span>
  )
}

type Written = { findingId: string; seenOn: string | null; text: string; recommendation: string; proposal: string }

function FindingForm({ shown, old, close }: { shown: Shown; old: Finding | null; close: () => void }) {
  const { supervision: one, today } = shown
  const start: Written = old
    ? { findingId: old.id, seenOn: old.seenOn, text: old.text, recommendation: old.recommendation, proposal: old.proposal }
    : { findingId: newId(), seenOn: today, text: '', recommendation: '', proposal: '' }
  const draft = useDraft<Written>(old ? `finding.${old.id}.${old.version}` : `finding.new.${one.id}`, start)
  const { value, set } = draft
  const add = useCommand<object>('supervision.add-finding')
  const change = useCommand<object>('supervision.change-finding')
  const save = async () => {
    const fields = { ...value, seenOn: value.seenOn ?? '' }
    const sent = old
      ? await change.send({ ...fields, version: old.version })
      : await add.send({ ...fields, supervisionId: one.id })
    if (!sent) return
    draft.clear()
    tell(t('supervision.finding-saved'))
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={old ? t('supervision.save') : t('supervision.finding-add')}
      busy={add.state === 'sending' || change.state === 'sending'}
      others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
    >
      <TextArea label={t('supervision.finding-text')} required value={value.text} onChange={text => set({ text })} />
      <TextArea
        label={t('supervision.finding-asks')}
        help={t('supervision.finding-asks-help')}
        value={value.recommendation}
        onChange={recommendation => set({ recommendation })}
      />
      {one.overallYear !== null && (
        <TextArea label={t('supervision.finding-proposal')} value={value.proposal} onChange={proposal => set({ proposal })} />
      )}
      <DateField
        label={t('supervision.finding-seen')}
        required
        value={value.seenOn}
        min={one.startsOn}
        max={today}
        onChange={seenOn => set({ seenOn })}
      />
      <Problem of={add} />
      <Problem of={change} />
    </Form>
  )
}
