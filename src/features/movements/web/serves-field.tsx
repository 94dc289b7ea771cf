import { citeClause } from '../../../kernel/cite-clause.ts'
import type { FieldProps } from '../../../ui/components/field.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'

type Programme = { id: string; title: string; number: string | null }
type Clause = { programmeId: string; path: string; text: string }
type ServesProps = Omit<FieldProps, 'label'> & {
  /** "id" of a programme or "id path" of a clause of it; '' where none is chosen. */
  value: string
  onChange: (value: string) => void
  programmes: readonly Programme[]
  clauses: readonly Clause[]
  /** A clause must be chosen, not a programme as a whole. */
  clauseOnly?: boolean
}

/** The programme or the clause that a record serves, found by typing. */
export function ServesField({ value, onChange, programmes, clauses, clauseOnly = false, ...field }: ServesProps) {
  const nameOf = ({ number, title }: Programme) => number ?? title
  const options = programmes.flatMap(programme => [
    ...(clauseOnly ? [] : [{ value: programme.id, label: t('movements.whole-programme', { programme: nameOf(programme) }) }]),
    ...clauses
      .filter(clause => clause.programmeId === programme.id)
      .map(clause => ({
        value: `${programme.id} ${clause.path}`,
        label: `${citeClause(clause.path)}: ${clause.text.slice(0, 120)}`,
        note: nameOf(programme),
      })),
  ])
  return (
    <PickField
      label={t('movements.serves')}
      value={value || null}
      onChange={serves => onChange(serves ?? '')}
      choices={options}
      {...field}
    />
  )
}
