import { useEffect, useRef } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { UploadedFile } from '../../../ui/client/upload.ts'
import { type Draft, useDraft } from '../../../ui/client/use-draft.ts'
import { ChecksField, RadioField, TextArea } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { amountsText, heldText } from '../words.ts'
import type { PackageAnswer } from './types.ts'

type Input = { packageId: string; version: number; note: string; activityIds?: string[]; fileIds: string[] }
type Written = { note: string; all: boolean; chosen: string[]; fileIds: string[]; added: { id: string; name: string }[] }

/** Writes on a draft: its words, which activities it tells, which files go along. What is typed is kept in the browser until saved. */
export function PackageEditor({ answer }: { answer: PackageAnswer }) {
  const { package: found, content } = answer
  const draft = useDraft<Written>(`package.${found.id}.${found.version}`, {
    note: found.note,
    all: found.allActivities,
    chosen: content.activities.map(one => one.id),
    fileIds: content.files.map(one => one.id),
    added: [],
  })
  const saving = useCommand<Input>('exchange.change-package')
  const save = async () => {
    const { note, all, chosen, fileIds } = draft.value
    const activityIds = all ? {} : { activityIds: chosen }
    if (!(await saving.send({ packageId: found.id, version: found.version, note, ...activityIds, fileIds }))) return
    draft.clear()
    tell(t('exchange.saved'))
  }
  return (
    <section className="card padded no-print" aria-labelledby="package-write">
      <h2 id="package-write">{t('exchange.write')}</h2>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form submit={t('exchange.save')} busy={saving.state === 'sending'} onSubmit={() => void save()}>
        <TextArea
          label={t('exchange.note')}
          help={t('exchange.note-help')}
          value={draft.value.note}
          onChange={note => draft.set({ note })}
          rows={6}
        />
        <Activities draft={draft} offered={answer.offered.activities} />
        <Files draft={draft} offered={answer.offered.files} />
        <Problem of={saving} />
      </Form>
    </section>
  )
}

function Activities({ draft, offered }: { draft: Draft<Written>; offered: PackageAnswer['offered']['activities'] }) {
  if (offered.length === 0) return <p className="quiet">{t('exchange.activities-none')}</p>
  const choices = offered.map(one => ({
    value: one.id,
    label: [heldText(one), one.title, amountsText(one)].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <RadioField
        label={t('exchange.activities')}
        name="which-activities"
        value={draft.value.all ? 'all' : 'some'}
        onChange={value => draft.set({ all: value === 'all' })}
        choices={[
          { value: 'all', label: t('exchange.activities-all') },
          { value: 'some', label: t('exchange.activities-some') },
        ]}
      />
      {!draft.value.all && (
        <ChecksField
          label={t('exchange.activities-some')}
          value={draft.value.chosen}
          onChange={chosen => draft.set({ chosen })}
          choices={choices}
        />
      )}
    </>
  )
}

function Files({ draft, offered }: { draft: Draft<Written>; offered: PackageAnswer['offered']['files'] }) {
  const { added, fileIds } = draft.value
  // An upload ends long after it began: it joins what is chosen by then.
  const latest = useRef(draft.value)
  useEffect(() => {
    latest.current = draft.value
  }, [draft.value])
  const join = ({ fileId, name }: UploadedFile) => {
    const before = latest.current
    draft.set({ added: [...before.added, { id: fileId, name }], fileIds: [...before.fileIds, fileId] })
  }
  const files = [...offered, ...added.filter(one => !offered.some(file => file.id === one.id))]
  return (
    <>
      {files.length > 0 && (
        <ChecksField
          label={t('exchange.files')}
          help={t('exchange.files-choose')}
          value={fileIds}
          onChange={chosen => draft.set({ fileIds: chosen })}
          choices={files.map(file => ({ value: file.id, label: file.name }))}
        />
      )}
      <FileDrop label={t('exchange.files-add')} help={t('exchange.files-help')} multiple onUploaded={join} />
    </>
  )
}
