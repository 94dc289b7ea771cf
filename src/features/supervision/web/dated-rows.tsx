import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { EndRow } from '../../../ui/components/end-row.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { clocks } from '../queries/clocks.ts'

export type Rows = AnswerOf<typeof clocks>
/** `id` is null of a row of the law. */
type Dated = { id: string | null; basis: string; validFrom: string | null; validTo: string | null }

type Props<Row extends Dated> = {
  shown: Rows
  title: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  columns: readonly Column<Row>[]
  /** The command that ends a row, and what it takes of its id. */
  end: { command: string; input: (id: string) => object }
  addLabel: string
  renderForm: (close: () => void) => ReactNode
}

/** Rows of the law and of the province, each with its basis and days; who keeps them adds and ends the province's. */
export function DatedRows<Row extends Dated>({ shown, title, rows, keyOf, columns, end, addLabel, renderForm }: Props<Row>) {
  const [adding, setAdding] = useState(false)
  return (
    <div className="stack">
      <Table caption={title} columns={[...columns, ...datedColumns<Row>(shown, end)]} rows={rows} keyOf={keyOf} />
      {shown.can.keep && !adding && (
        <div className="row no-print">
          <Button onClick={() => setAdding(true)}>{addLabel}</Button>
        </div>
      )}
      {adding && renderForm(() => setAdding(false))}
    </div>
  )
}

const datedColumns = <Row extends Dated>({ can }: Rows, end: Props<Row>['end']): Column<Row>[] => [
  { key: 'basis', title: t('supervision.clock-basis'), cell: row => row.basis },
  {
    key: 'valid',
    title: t('supervision.clock-valid'),
    cell: row =>
      row.validTo
        ? t('supervision.clock-from-to', { from: row.validFrom ?? '', to: row.validTo })
        : row.validFrom && t('supervision.clock-since', { from: row.validFrom }),
  },
  {
    key: 'end',
    title: t('part.end'),
    cell: row => {
      if (row.id === null) return <span className="quiet">{t('supervision.clock-law')}</span>
      return can.keep && row.validTo === null && <EndRow command={end.command} input={end.input(row.id)} label={row.basis} />
    },
  },
]

/** What every dated row has: its basis and its first day. */
export type DatedFields = { basis: string; validFrom: string | null }
type AddProps = {
  command: string
  input: object
  submit: string
  done: string
  value: DatedFields
  set: (change: Partial<DatedFields>) => void
  close: () => void
  children: ReactNode
}

/** The form of a row of the province: its own fields, then basis and first day. `input` is what the command takes beside the first day. */
export function AddRowForm({ command, input, submit, done, value, set, close, children }: AddProps) {
  const add = useCommand<object>(command)
  const save = async () => {
    if (!(await add.send({ ...input, basis: value.basis, validFrom: value.validFrom ?? '' }))) return
    tell(done)
    close()
  }
  return (
    <Form
      onSubmit={() => void save()}
      submit={submit}
      busy={add.state === 'sending'}
      others={<Button onClick={close}>{t('supervision.cancel')}</Button>}
    >
      {children}
      <TextField label={t('supervision.clock-basis')} required value={value.basis} onChange={basis => set({ basis })} />
      <DateField
        label={t('supervision.clock-from')}
        required
        value={value.validFrom}
        onChange={validFrom => set({ validFrom })}
      />
      <Problem of={add} />
    </Form>
  )
}
