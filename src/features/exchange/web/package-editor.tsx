import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ChecksField, RadioField, TextArea } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { amountsText, heldText } from '../words.ts'
import type { PackageAnswer } from './types.ts'

type Input = { packageId: string; version: number; note: string; activityIds?: string[]; fileIds: string[] }
type Named = { id: string; name: string }

/** Writes on a draft: its words, which activities it tells, which files go along. */
export function PackageEditor({ answer }: { answer: PackageAnswer }) {
  const { package: found, content, offered } = answer
  const [note, setNote] = useState(found.note)
  const [all, setAll] = useState(found.allActivities)
  const [chosen, setChosen] = useState(content.activities.map(one => one.id))
  const [fileIds, setFiles] = useState(content.files.map(one => one.id))
  const [added, setAdded] = useState<Named[]>([])
  const saving = useCommand<Input>('exchange.change-package')
  const save = async () => {
    const activityIds = all ? {} : { activityIds: chosen }
    if (await saving.send({ packageId: found.id, version: found.version, note, ...activityIds, fileIds }))
      tell(t('exchange.saved'))
  }
  const files = [...offered.files, ...added.filter(one => !offered.files.some(file => file.id === one.id))]
  return (
    <section className="card padded no-print" aria-labelledby="package-write">
      <h2 id="package-write">{t('exchange.write')}</h2>
      <Form submit={t('exchange.save')} busy={saving.state === 'sending'} onSubmit={() => void save()}>
        <TextArea label={t('exchange.note')} help={t('exchange.note-help')} value={note} onChange={setNote} rows={6} />
        {offered.activities.length === 0 ? (
          <p className="quiet">{t('exchange.activities-none')}</p>
        ) : (
          <RadioField
            label={t('exchange.activities')}
            name="which-activities"
            value={all ? 'all' : 'some'}
            onChange={value => setAll(value === 'all')}
            choices={[
              { value: 'all', label: t('exchange.activities-all') },
              { value: 'some', label: t('exchange.activities-some') },
            ]}
          />
        )}
        {!all && (
          <ChecksField
            label={t('exchange.activities-some')}
            value={chosen}
            onChange={setChosen}
            choices={offered.activities.map(one => ({
              value: one.id,
              label: [heldText(one), one.title, amountsText(one)].filter(Boolean).join(' · '),
            }))}
          />
        )}
        {files.length > 0 && (
          <ChecksField
            label={t('exchange.files')}
            help={t('exchange.files-help')}
            value={fileIds}
            onChange={setFiles}
            choices={files.map(file => ({ value: file.id, label: file.name }))}
          />
        )}
        <FileDrop
          label={t('exchange.files-add')}
          help={files.length > 0 ? t('part.drop-limit') : t('exchange.files-help')}
          multiple
          onUploaded={({ fileId, name }) => {
            setAdded(before => [...before, { id: fileId, name }])
            setFiles(before => [...before, fileId])
          }}
        />
        <Problem of={saving} />
      </Form>
    </section>
  )
}
