import { citeClause } from '../../../kernel/cite-clause.ts'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { LINE_CHOICES, type LineChoice, type LineInput } from '../ending/contract.ts'
import type { LinesAnswer } from './ending-form.tsx'

type Props = { answer: LinesAnswer; lines: readonly LineInput[]; onChange: (line: LineInput) => void }

/** What becomes of each clause in the other programme: proposed by its words, decided by a person. */
export function EndingLines({ answer: { lines: asked, into }, lines, onChange }: Props) {
  const chosen = new Map(lines.map(line => [line.path, line]))
  return (
    <fieldset className="stack">
      <legend>{t('renewal.ending-lines')}</legend>
      <p className="quiet">{t('renewal.ending-lines-help')}</p>
      <ul className="lines">
        {asked.map(({ path, text, proposed }) => (
          <li key={path} className="stack">
            <p>
              <strong>{citeClause(path)}</strong> {text}
            </p>
            <LineFields line={chosen.get(path) ?? proposed} into={into} onChange={onChange} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type FieldsProps = { line: LineInput; into: LinesAnswer['into']; onChange: (line: LineInput) => void }

function LineFields({ line, into, onChange }: FieldsProps) {
  const { path } = line
  const choose = (choice: LineChoice) => {
    if (choice === 'added') onChange({ choice, path })
    else if (choice === 'dropped') onChange({ choice, path, reason: '' })
    else onChange({ choice, path, into: into[0]?.path ?? '' })
  }
  return (
    <>
      <SelectField
        label={`${t('renewal.ending-line-choice')}: ${citeClause(path)}`}
        empty={null}
        value={line.choice}
        onChange={choose}
        choices={LINE_CHOICES.map(value => ({ value, label: t(`renewal.ending-line-${value}`) }))}
      />
      {line.choice === 'same' && (
        <SelectField
          label={t('renewal.ending-line-into')}
          empty={null}
          value={line.into}
          onChange={chosen => onChange({ choice: 'same', path, into: chosen })}
          choices={into.map(one => ({ value: one.path, label: `${citeClause(one.path)}: ${one.text}` }))}
        />
      )}
      {line.choice === 'dropped' && (
        <TextField
          label={t('renewal.ending-line-reason')}
          required
          value={line.reason}
          onChange={reason => onChange({ choice: 'dropped', path, reason })}
        />
      )}
    </>
  )
}
