import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { ACTS, type Act } from '../../../kernel/permissions.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { ChecksField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { PickField, PickManyField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { authorise } from '../commands/authorise.ts'
import type { staff } from '../queries.ts'
import { useProgrammes } from './use-programmes.ts'

type Draft = {
  accountId: string | null
  number: string
  paperDate: string | null
  scope: string
  acts: Act[]
  programmeIds: string[]
  fileId: string | null
  from: string | null
  to: string | null
}
const EMPTY: Draft = {
  accountId: null,
  number: '',
  paperDate: null,
  scope: '',
  acts: [],
  programmeIds: [],
  fileId: null,
  from: null,
  to: null,
}

/** A leader puts the paper of an authorisation on file. */
export function AuthoriseDialog({ onClose }: { onClose: () => void }) {
  const [authorisationId] = useState(() => newId())
  const [value, setValue] = useState(EMPTY)
  const set = (change: Partial<Draft>) => setValue(before => ({ ...before, ...change }))
  const found = useAnswer<AnswerOf<typeof staff>>('agencies.staff', {})
  const people = (found.data?.staff ?? []).filter(person => !person.roles.includes('leader'))
  const programmes = useProgrammes()
  const save = useCommand<InputOf<typeof authorise>>('agencies.authorise')
  const { accountId: person, number: paper, paperDate: day0, scope: words, acts: given, from: first, to: last } = value
  const required = useRequired({
    accountId: person,
    number: paper,
    paperDate: day0,
    scope: words,
    acts: given,
    from: first,
    to: last,
  })
  const problemOf = (field: string) => required.problemOf(field) ?? save.problemAt(field)
  const put = async () => {
    const { accountId, paperDate, from, to, number, scope, acts, programmeIds, fileId } = value
    if (!required.check() || !accountId || !paperDate || !from || !to) return
    const more = { ...(programmeIds.length > 0 ? { programmeIds } : {}), ...(fileId ? { fileId } : {}) }
    if (!(await save.send({ authorisationId, accountId, paperDate, from, to, number, scope, acts, ...more }))) return
    tell(t('agencies.authorised', { name: people.find(person => person.accountId === accountId)?.displayName ?? '' }))
    onClose()
  }
  const day = (field: 'paperDate' | 'from' | 'to') => ({
    value: value[field],
    onChange: (date: string | null) => set({ [field]: date }),
    problem: problemOf(field),
    required: true,
  })
  return (
    <Dialog title={t('agencies.authorise')} onClose={onClose}>
      <Form onSubmit={() => void put()} submit={t('agencies.authorise')} busy={save.state === 'sending'}>
        <PickField
          label={t('agencies.authorisation-person')}
          required
          value={value.accountId}
          onChange={accountId => set({ accountId })}
          choices={people.map(({ accountId, displayName, post }) => ({ value: accountId, label: displayName, note: post }))}
          problem={problemOf('accountId')}
        />
        <TextField
          label={t('agencies.authorisation-number')}
          required
          value={value.number}
          onChange={number => set({ number })}
          problem={problemOf('number')}
        />
        <DateField label={t('agencies.authorisation-date')} {...day('paperDate')} />
        <TextArea
          label={t('agencies.authorisation-scope')}
          help={t('agencies.authorisation-scope-help')}
          required
          rows={3}
          value={value.scope}
          onChange={scope => set({ scope })}
          problem={problemOf('scope')}
        />
        <ChecksField
          label={t('agencies.authorisation-acts')}
          help={t('agencies.authorisation-acts-help')}
          required
          choices={ACTS.map(act => ({ value: act, label: t(`agencies.act-${act}`) }))}
          value={value.acts}
          onChange={acts => set({ acts })}
          problem={problemOf('acts')}
        />
        <PickManyField
          label={t('agencies.authorisation-programmes')}
          help={t('agencies.authorisation-programmes-help')}
          value={value.programmeIds}
          onChange={programmeIds => set({ programmeIds })}
          choices={programmes.map(one => ({ value: one.id, label: one.number ?? one.title, note: one.title }))}
          problem={problemOf('programmeIds')}
        />
        <FileDrop
          label={t('agencies.authorisation-paper')}
          accept=".pdf,.docx,.jpg,.png"
          onUploaded={file => set({ fileId: file.fileId })}
        />
        <DateField label={t('agencies.authorisation-from')} {...day('from')} />
        <DateField label={t('agencies.authorisation-to')} {...day('to')} />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
