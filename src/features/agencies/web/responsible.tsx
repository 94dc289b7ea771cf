import { useState } from 'react'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { assignWork } from '../commands/assign-work.ts'
import type { responsibilities, staff } from '../queries.ts'

type Found = AnswerOf<typeof responsibilities>
type Subject = { kind: string; id: string; title: string }

/** Who of the own side answers for a piece of work, and the way to name somebody else. Seen by no other side. */
export function Responsible({ kind, id, title }: Subject) {
  const [naming, setNaming] = useState(false)
  const found = useAnswer<Found>('agencies.responsibilities', { subjectKind: kind })
  if (!found.data) return null
  const named = found.data.responsibilities.find(one => one.subjectId === id)
  const may = named ? named.can.assign : found.data.can.assign
  if (!named && !may) return null
  return (
    <span className="row no-print">
      {named && (
        <span className="small">
          {t(named.gone ? 'agencies.responsible-gone' : 'agencies.responsible', { name: named.displayName })}
          {named.deputy && ` (${t('agencies.deputy-is', { name: named.deputy })})`}
        </span>
      )}
      {may && (
        <Button look="plain" onClick={() => setNaming(true)} aria-label={t('agencies.assign-for', { title })}>
          {t('agencies.assign')}
        </Button>
      )}
      {naming && <AssignDialog subjects={[{ kind, id }]} title={title} onClose={() => setNaming(false)} />}
    </span>
  )
}

/** `command` hands it on where that is more than naming somebody; `alone`: there is no deputy. */
type Assigned = { kind: string; id: string; command?: string; alone?: boolean }
type AssignProps = { subjects: Assigned[]; title: string; onClose: () => void; onDone?: () => void }
const ASSIGN = 'agencies.assign-work'

/** One command a kind: what each of them takes is the same. */
const byCommand = (subjects: readonly Assigned[]) =>
  [...Map.groupBy(subjects, one => one.command ?? ASSIGN)].map(([command, own]) => ({
    command,
    subjects: own.map(({ kind, id }) => ({ kind, id })),
  }))

/** Names who answers for work, with a deputy where there is one. */
export function AssignDialog({ subjects, title, onClose, onDone }: AssignProps) {
  const [value, setValue] = useState<{ accountId: string | null; deputyId: string | null }>({ accountId: null, deputyId: null })
  const found = useAnswer<AnswerOf<typeof staff>>('agencies.staff', {})
  const people = (found.data?.staff ?? []).map(one => ({
    value: one.accountId,
    label: one.displayName,
    note: [one.post, one.unit?.name].filter(Boolean).join(' · '),
  }))
  const save = useCommand<InputOf<typeof assignWork>>(ASSIGN, { refresh: ['agencies.', 'petitions.', 'groups.', 'insight.'] })
  const batches = byCommand(subjects)
  const deputies = subjects.every(one => !one.alone)
  const required = useRequired({ accountId: value.accountId })
  const name = async () => {
    const { accountId, deputyId } = value
    if (!required.check() || accountId === null) return
    const who = { accountId, ...(deputyId ? { deputyId } : {}) }
    for (const { command, subjects: own } of batches) if (!(await save.send({ subjects: own, ...who }, command))) return
    tell(t('agencies.assigned', { name: people.find(one => one.value === accountId)?.label ?? '' }))
    onDone?.()
    onClose()
  }
  return (
    <Dialog title={t('agencies.assign-title')} onClose={onClose}>
      <p className="quiet">{title}</p>
      <Form onSubmit={() => void name()} submit={t('agencies.assign')} busy={save.state === 'sending'}>
        <PickField
          label={t('agencies.responsible-person')}
          required
          value={value.accountId}
          onChange={accountId => setValue({ ...value, accountId })}
          choices={people}
          problem={required.problemOf('accountId')}
        />
        {deputies && (
          <PickField
            label={t('agencies.deputy-person')}
            help={t('agencies.deputy-help')}
            value={value.deputyId}
            onChange={deputyId => setValue({ ...value, deputyId })}
            choices={people.filter(one => one.value !== value.accountId)}
            problem={save.problemAt('deputyId')}
          />
        )}
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
