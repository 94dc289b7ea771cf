import { useState } from 'react'
import { citeClause } from '../../../../kernel/cite-clause.ts'
import { type IsoDate, isIsoDate, vietnamDate, yearOf } from '../../../../kernel/dates.ts'
import { type Sending, useAnswer } from '../../../../ui/client/hooks.ts'
import { useDraft } from '../../../../ui/client/use-draft.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField } from '../../../../ui/components/date-field.tsx'
import { SelectField, TextArea } from '../../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../../ui/components/form.tsx'
import { Answered, Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { ChangeInput, ContentInput } from '../contract.ts'
import { settleChanges } from '../settle.ts'
import { ChangeEditor } from './change-editor.tsx'
import type { AmendableText } from './types.ts'

type Written = { effectiveOn: IsoDate | null; reason: string; changes: ChangeInput[] }
type EditorProps = {
  programmeId: string
  draftKey: string
  first: ContentInput | null
  /** The clause to begin with; empty for none. */
  path: string
  saving: Sending<never, unknown>
  onSave: (content: ContentInput) => Promise<boolean>
}

/** The first of the next year: plans go by years. */
const usualDay = (): IsoDate => `${yearOf(vietnamDate(new Date())) + 1}-01-01`

/** Writes an amendment: from when, why, and which clauses. What is typed is kept in the browser until saved. */
export function AmendmentEditor({ programmeId, draftKey, first, path, saving, onSave }: EditorProps) {
  const draft = useDraft<Written>(draftKey, first ?? { effectiveOn: usualDay(), reason: '', changes: [] })
  const { effectiveOn, reason, changes } = draft.value
  const [missing, setMissing] = useState(false)
  const day = effectiveOn && isIsoDate(effectiveOn) ? effectiveOn : usualDay()
  const text = useAnswer<AmendableText>('programmes.amendable-text', { programmeId, on: day }, { keepPrevious: true })
  const save = async () => {
    setMissing(changes.length === 0)
    if (changes.length === 0 || !effectiveOn) return
    if (await onSave({ effectiveOn, reason, changes })) draft.clear()
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form submit={t('amendments.save')} busy={saving.state === 'sending'} onSubmit={() => void save()}>
        <DateField
          label={t('amendments.effective')}
          help={t('amendments.effective-help')}
          required
          value={effectiveOn}
          onChange={value => draft.set({ effectiveOn: value })}
          problem={saving.problemAt('effectiveOn')}
        />
        <TextArea
          label={t('amendments.reason')}
          help={t('amendments.reason-help')}
          required
          rows={3}
          value={reason}
          onChange={value => draft.set({ reason: value })}
          problem={saving.problemAt('reason')}
        />
        <Answered of={text}>
          {found => <Changes text={found} path={path} changes={changes} onChange={value => draft.set({ changes: value })} />}
        </Answered>
        {missing && changes.length === 0 && <p className="message bad">{t('amendments.changes-missing')}</p>}
        <Problem of={saving} />
      </Form>
    </>
  )
}

type ChangesProps = { text: AmendableText; path: string; changes: ChangeInput[]; onChange: (changes: ChangeInput[]) => void }

function Changes({ text, path, changes, onChange }: ChangesProps) {
  const settled = settleChanges(changes, text.clauses)
  const put = (at: number, change: ChangeInput | null) =>
    onChange(changes.flatMap((other, i) => (i === at ? (change ? [change] : []) : [other])))
  return (
    <section className="stack" aria-label={t('amendments.write')}>
      <h2>{t('amendments.write')}</h2>
      {changes.length === 0 && <p className="quiet">{t('amendments.changes-none')}</p>}
      {settled.map((change, at) => (
        <ChangeEditor
          // A change has no name of its own: its place in the list is what it is known by.
          key={`${change.kind} ${change.path}`}
          change={change}
          written={changes[at]!}
          text={text}
          settled={settled}
          onChange={value => put(at, value)}
        />
      ))}
      <ClauseChoice text={text} first={path} taken={changes} onAdd={change => onChange([...changes, change])} />
    </section>
  )
}

const SHORT = 70
const short = (words: string): string => (words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words)

type ChoiceProps = { text: AmendableText; first: string; taken: readonly ChangeInput[]; onAdd: (change: ChangeInput) => void }

/** Chooses a clause, then what is to become of it. */
function ClauseChoice({ text, first, taken, onAdd }: ChoiceProps) {
  const [path, setPath] = useState(first)
  const clause = text.clauses.find(one => one.path === path)
  const add = (change: ChangeInput) => {
    onAdd(change)
    setPath('')
  }
  const touched = taken.some(change => change.kind !== 'add' && change.path === path)
  const added = { kind: 'add' as const, text: '', duties: [] }
  const indent = (one: string) => '\u00a0\u00a0'.repeat(one.split('/').length - 1)
  return (
    <div className="card padded stack">
      <SelectField
        label={t('amendments.choose')}
        help={t('amendments.choose-help')}
        value={path}
        onChange={setPath}
        choices={text.clauses.map(one => ({ value: one.path, label: `${indent(one.path)}${one.label} ${short(one.text)}` }))}
      />
      {clause && (
        <>
          <p className="paper-text amendment-chosen">
            <span className="quiet small">{citeClause(clause.path)}</span>
            <br />
            {clause.label} {clause.text}
          </p>
          <div className="row">
            {!touched && (
              <Button onClick={() => add({ kind: 'replace', path, text: clause.text, duties: [] })}>
                {t('amendments.replace')}
              </Button>
            )}
            <Button onClick={() => add({ ...added, parent: clause.parent, after: path, label: nextLabel(clause.label) })}>
              {t('amendments.add-after')}
            </Button>
            <Button onClick={() => add({ ...added, parent: path, after: lastUnder(text, path), label: '-' })}>
              {t('amendments.add-under')}
            </Button>
            {!touched && <Button onClick={() => add({ kind: 'repeal', path })}>{t('amendments.repeal')}</Button>}
          </div>
        </>
      )}
    </div>
  )
}

const lastUnder = (text: AmendableText, path: string): string | null =>
  text.clauses.findLast(one => one.parent === path)?.path ?? null

/** "1." gives "1a.", "a)" gives "a1)", a dash a dash: what stands already is not numbered anew. */
function nextLabel(label: string): string {
  const [, digits, ending] = /^(\d[\d.]*?)([.)]?)$/u.exec(label) ?? []
  if (digits) return `${digits}a${ending}`
  const [, letter, mark] = /^(\p{L})([.)])$/u.exec(label) ?? []
  return letter ? `${letter}1${mark}` : label
}
