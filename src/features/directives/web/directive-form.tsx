import { useMemo } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { directive } from '../queries/directive.ts'
import type { list } from '../queries/list.ts'
import { nameOfDirective } from '../words.ts'

type Shown = AnswerOf<typeof directive>
type List = AnswerOf<typeof list>
type Programmes = { programmes: { id: string; title: string; number: string | null }[] }
type Written = {
  directiveId: string
  programmeId: string
  kind: string
  number: string
  issuedOn: string | null
  issuer: string
  subject: string
  endedOn: string | null
  replacedBy: string | null
}

const EMPTY = { kind: '', number: '', issuedOn: null, issuer: '', subject: '', endedOn: null, replacedBy: null }

/** Enters a document, or puts one right (?sua=…). */
export default function DirectiveForm() {
  const [changing] = useAddressWord('sua')
  const old = useAnswer<Shown>('directives.directive', { directiveId: changing }, { enabled: Boolean(changing) })
  const programmes = useAnswer<Programmes>('programmes.list', {})
  const title = t(changing ? 'directives.change-title' : 'directives.add-title')
  const bar = [
    { label: t('directives.title'), to: '/van-ban-chi-dao' },
    { label: title, current: true },
  ]
  return (
    <Page title={title} above={<ThreadBar steps={bar} />}>
      <Answered of={programmes}>
        {({ programmes: known }) =>
          changing ? (
            <Answered of={old}>{shown => <Entry programmes={known} old={shown} />}</Answered>
          ) : (
            <Entry programmes={known} old={null} />
          )
        }
      </Answered>
    </Page>
  )
}

function openingOf(old: Shown | null, programmeId: string): Written {
  if (!old) return { directiveId: newId(), programmeId, ...EMPTY }
  const { id, version: _version, standing: _standing, removed: _removed, ...fields } = old.directive
  return { directiveId: id, ...fields }
}

function Entry({ programmes, old }: { programmes: Programmes['programmes']; old: Shown | null }) {
  const go = useGo()
  const first = programmes[0]?.id ?? ''
  const start = useMemo(() => openingOf(old, first), [old, first])
  const draft = useDraft<Written>(old ? `directive.${old.directive.id}.${old.directive.version}` : 'directive.new', start)
  const add = useCommand<object>('directives.add-directive')
  const change = useCommand<object>('directives.change-directive')
  const { value, set } = draft
  const save = async () => {
    const { programmeId, ...fields } = value
    const sent = old
      ? await change.send({ ...fields, version: old.directive.version })
      : await add.send({ ...fields, programmeId })
    if (!sent) return
    draft.clear()
    tell(t('directives.saved'))
    await refresh(['directives.directive'])
    go(`/van-ban-chi-dao/${value.directiveId}`)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form
        onSubmit={() => void save()}
        submit={t('directives.save')}
        busy={add.state === 'sending' || change.state === 'sending'}
      >
        {!old && programmes.length > 1 && (
          <SelectField
            label={t('directives.programme')}
            required
            empty={null}
            value={value.programmeId}
            onChange={programmeId => set({ programmeId })}
            choices={programmes.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
          />
        )}
        <TextField
          label={t('directives.kind')}
          help={t('directives.kind-help')}
          required
          short
          value={value.kind}
          onChange={kind => set({ kind })}
        />
        <TextField
          label={t('directives.number')}
          help={t('directives.number-help')}
          short
          spellCheck={false}
          value={value.number}
          onChange={number => set({ number })}
        />
        <DateField label={t('directives.issued')} value={value.issuedOn} onChange={issuedOn => set({ issuedOn })} />
        <TextField label={t('directives.issuer')} value={value.issuer} onChange={issuer => set({ issuer })} />
        <TextField label={t('directives.subject')} value={value.subject} onChange={subject => set({ subject })} />
        <DateField
          label={t('directives.ended')}
          help={t('directives.ended-help')}
          value={value.endedOn}
          onChange={endedOn => set({ endedOn })}
        />
        {value.endedOn && (
          <ReplacingField
            programmeId={value.programmeId}
            ownId={value.directiveId}
            value={value.replacedBy}
            onChange={replacedBy => set({ replacedBy })}
          />
        )}
        <Problem of={add} />
        <Problem of={change} />
      </Form>
    </>
  )
}

type ReplacingProps = { programmeId: string; ownId: string; value: string | null; onChange: (id: string | null) => void }

function ReplacingField({ programmeId, ownId, value, onChange }: ReplacingProps) {
  const found = useAnswer<List>('directives.list', { programmeId })
  return (
    <Answered of={found}>
      {({ directives }) => (
        <PickField
          label={t('directives.replaced-by')}
          help={t('directives.replaced-by-help')}
          value={value}
          onChange={onChange}
          choices={directives
            .filter(one => one.id !== ownId)
            .map(one => ({ value: one.id, label: nameOfDirective(one), note: one.subject }))}
        />
      )}
    </Answered>
  )
}
