import './activities.css'
import { useMemo, useState } from 'react'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import { whyNotOwnKind } from '../own-kinds/rules.ts'
import type { Own, Programme, Version } from './kind-card.tsx'
import { KindFieldsForm } from './kind-fields-form.tsx'
import { emptyKind, type KindWritten, kindToSend, writtenOf } from './kind-written.ts'
import type { OwnKinds } from './kinds-page.tsx'

/** Proposes a kind of work for a programme (?chuong-trinh=…), or how one of its own is to change (?sua=…). */
export default function KindForm() {
  const [programmeId] = useAddressWord('chuong-trinh')
  const [changing] = useAddressWord('sua')
  const found = useAnswer<OwnKinds>('activities.own-kinds', {})
  const title = t(changing ? 'kinds.change-title' : 'kinds.new-title')
  const bar = [
    { label: t('kinds.title'), to: '/hoat-dong/loai-viec' },
    { label: title, current: true },
  ]
  return (
    <Page title={title} above={<ThreadBar steps={bar} />}>
      <Answered of={found}>
        {({ programmes }) => {
          const offered = programmes.filter(one => one.can.propose)
          const of = programmes.find(one => one.kinds.some(kind => kind.key === changing) || one.id === programmeId) ?? offered[0]
          if (!of) return <p className="message">{t('kinds.no-programme')}</p>
          const kind = of.kinds.find(one => one.key === changing) ?? null
          return <Entry key={`${of.id} ${changing}`} programme={of} offered={offered} kind={kind} />
        }}
      </Answered>
    </Page>
  )
}

const holding = (kind: Own | null): Version | null => kind?.versions.find(one => one.state === 'agreed') ?? null

function Entry({ programme, offered, kind }: { programme: Programme; offered: Programme[]; kind: Own | null }) {
  const go = useGo()
  const holds = holding(kind)
  const start = useMemo(() => (holds ? writtenOf(holds, programme.id) : emptyKind(programme.id)), [holds, programme.id])
  const draft = useDraft<KindWritten>(`own-kind.${holds?.id ?? `new.${programme.id}`}`, start)
  const [problem, setProblem] = useState<string | null>(null)
  const propose = useCommand<object>('activities.propose-kind', { refresh: ['activities'] })
  const { value, set } = draft
  const save = async () => {
    const fields = kindToSend(value)
    const wrong = whyNotSave(value) ?? said(whyNotOwnKind(fields, holds?.fields))
    setProblem(wrong)
    if (wrong) return
    const { kindId, programmeId, reason } = value
    if (!(await propose.send({ kindId, programmeId, reason, ...(kind && { changes: kind.key }), ...fields }))) return
    draft.clear()
    tellUndo(t('kinds.saved'), 'activities.withdraw-kind', { kindId, version: 1 })
    go('/hoat-dong/loai-viec')
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <p className="message">{t(kind ? 'kinds.change-note' : 'kinds.form-note')}</p>
      <Form onSubmit={() => void save()} submit={t('kinds.save')} busy={propose.state === 'sending'}>
        {!kind && offered.length > 1 && (
          <SelectField
            label={t('kinds.programme')}
            required
            empty={null}
            value={value.programmeId}
            onChange={programmeId => set({ programmeId })}
            choices={offered.map(one => ({ value: one.id, label: one.number ?? one.title }))}
          />
        )}
        <Head value={value} set={set} />
        <KindFieldsForm
          value={value.fields}
          onChange={fields => set({ fields })}
          fixed={holds?.fields.map(one => one.key) ?? []}
        />
        <TextArea
          label={t('kinds.why')}
          help={t('kinds.why-help')}
          required
          rows={2}
          value={value.reason}
          onChange={reason => set({ reason })}
        />
        {problem && (
          <p className="message bad" role="alert">
            {problem}
          </p>
        )}
        <Problem of={propose} />
      </Form>
    </>
  )
}

const said = (why: ReturnType<typeof whyNotOwnKind>): string | null => why && (find(`refusal.${why.code}`, why.data) ?? why.code)

function whyNotSave({ name, explanation, reason, fields }: KindWritten): string | null {
  const empty = [
    [name, t('kinds.name')],
    [explanation, t('kinds.explanation')],
    ...fields.map((one, at) => [one.label, t('kinds.field', { at: at + 1 })]),
    [reason, t('kinds.why')],
  ].find(([words]) => !words?.trim())
  return empty ? `${empty[1]}: ${t('part.fill-in')}` : null
}

function Head({ value, set }: { value: KindWritten; set: (change: Partial<KindWritten>) => void }) {
  return (
    <>
      <TextField
        label={t('kinds.name')}
        help={t('kinds.name-help')}
        required
        maxLength={120}
        value={value.name}
        onChange={name => set({ name })}
      />
      <TextArea
        label={t('kinds.explanation')}
        help={t('kinds.explanation-help')}
        required
        rows={2}
        value={value.explanation}
        onChange={explanation => set({ explanation })}
      />
      {(['count', 'reach'] as const).map(side => (
        <div key={side} className="stack">
          <TextField
            label={t(`kinds.${side}`)}
            help={t(`kinds.${side}-help`)}
            short
            maxLength={60}
            value={value[side]}
            onChange={unit => set({ [side]: unit })}
          />
          {value[side].trim() !== '' && (
            <label className="choice">
              <input
                type="checkbox"
                checked={value[`${side}Must`]}
                onChange={event => set({ [`${side}Must`]: event.target.checked })}
              />
              {t(`kinds.${side}-must`)}
            </label>
          )}
        </div>
      ))}
    </>
  )
}
