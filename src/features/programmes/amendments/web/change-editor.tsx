import { citeClause } from '../../../../kernel/cite-clause.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { TextArea, TextField } from '../../../../ui/components/fields.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { AmendedDuty, Change, ChangeInput } from '../contract.ts'
import { dutiesOf } from '../duties-of.ts'
import { DutiesEditor } from './duties-editor.tsx'
import type { AmendableText } from './types.ts'

type ChangeProps = {
  change: Change
  written: ChangeInput
  text: AmendableText
  settled: readonly Change[]
  onChange: (change: ChangeInput | null) => void
}

/** One clause of an amendment: the text in force beside the new one, and the duties that follow from it. */
export function ChangeEditor({ change, written, text, settled, onChange }: ChangeProps) {
  const title = t(`amendments.${change.kind}-of`, { cite: citeClause(change.path) })
  const read = (words: string): AmendedDuty[] => dutiesOf(change, words, { text, settled })
  return (
    <section className="card padded stack" aria-label={title}>
      <div className="pane-head">
        <h3>{title}</h3>
        <Button look="plain" onClick={() => onChange(null)}>
          {t('amendments.remove-change')}
        </Button>
      </div>
      {change.kind !== 'add' && (
        <div>
          <p className="quiet small">{t('amendments.old')}</p>
          <p className={change.kind === 'repeal' ? 'paper-text amendment-old repealed' : 'paper-text amendment-old'}>
            {change.before}
          </p>
        </div>
      )}
      {written.kind === 'repeal' && <p className="quiet small">{t('amendments.nothing-new')}</p>}
      {written.kind === 'add' && (
        <TextField
          label={t('amendments.label')}
          help={t('amendments.label-help')}
          short
          required
          value={written.label}
          onChange={label => onChange({ ...written, label })}
        />
      )}
      {written.kind !== 'repeal' && (
        <>
          <TextArea
            label={t(written.kind === 'add' ? 'amendments.text' : 'amendments.new')}
            required
            rows={4}
            value={written.text}
            onChange={words => onChange({ ...written, text: words, duties: read(words) })}
          />
          <DutiesEditor
            duties={written.duties}
            parties={text.parties}
            onRead={() => onChange({ ...written, duties: read(written.text) })}
            onChange={duties => onChange({ ...written, duties })}
          />
        </>
      )}
    </section>
  )
}
