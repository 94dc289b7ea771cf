import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { LocalFile } from '../../../ui/components/local-file.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { find, t } from '../../../ui/messages/index.ts'
import type { loadAreas } from '../commands/load-areas.ts'
import { type AreaTableRow, readAreasTable } from '../places/areas.ts'
import type { Place } from '../places/contract.ts'

type ReadTable = ReturnType<typeof readAreasTable>
type Decision = { number: string; date: string | null; issuer: string; validFrom: string | null }

const sentence = ({ problem }: AreaTableRow) =>
  problem ? (find(`refusal.${problem.code}`, problem.data ?? {}) ?? problem.code) : null

const columnsOf = (): Column<AreaTableRow>[] => [
  { key: 'line', title: t('places.line'), align: 'right', sort: row => row.line, cell: row => row.line },
  { key: 'name', title: t('places.name'), cell: row => row.name },
  { key: 'class', title: t('places.class'), cell: row => row.class },
  {
    key: 'outcome',
    title: t('places.outcome'),
    sort: row => sentence(row) ?? '',
    cell: row => (row.problem ? <span className="problem">{sentence(row)}</span> : t('places.row-good')),
  },
]

/** The table of one decision: who holds which class, judged row by row before anything is written. */
export function AreasLoad({ standing, onClose }: { standing: readonly Place[]; onClose: () => void }) {
  const [table, setTable] = useState<ReadTable | null>(null)
  const [decision, setDecision] = useState<Decision>({ number: '', date: null, issuer: '', validFrom: null })
  const [replaces, setReplaces] = useState(true)
  const [loadId] = useState(() => newId())
  const load = useCommand<InputOf<typeof loadAreas>>('agencies.load-areas')
  const required = useRequired(decision)
  const set = (change: Partial<Decision>) => setDecision(before => ({ ...before, ...change }))
  const rows = table?.rows.flatMap(one => one.row ?? []) ?? []
  const read = async (file: File | undefined) => {
    if (file) setTable(readAreasTable(await file.text(), standing, newId))
  }
  const send = async () => {
    const { number, date, issuer, validFrom } = decision
    if (!required.check() || !date || !validFrom || rows.length === 0) return
    if (!(await load.send({ loadId, decision: { number, date, issuer, validFrom }, replaces, rows }))) return
    tell(t('places.classes-loaded', { count: rows.length }))
    onClose()
  }
  return (
    <Dialog title={t('places.load-classes')} onClose={onClose}>
      <p>{t('places.load-classes-help')}</p>
      <Form onSubmit={() => void send()} submit={t('places.enter', { count: rows.length })} busy={load.state === 'sending'}>
        <TextField
          label={t('places.decision-number')}
          required
          value={decision.number}
          onChange={number => set({ number })}
          problem={required.problemOf('number')}
        />
        <DateField
          label={t('places.decision-date')}
          required
          value={decision.date}
          onChange={date => set({ date })}
          problem={required.problemOf('date')}
        />
        <TextField
          label={t('places.issuer')}
          required
          value={decision.issuer}
          onChange={issuer => set({ issuer })}
          problem={required.problemOf('issuer')}
        />
        <DateField
          label={t('places.classes-from')}
          required
          value={decision.validFrom}
          onChange={validFrom => set({ validFrom })}
          problem={required.problemOf('validFrom')}
        />
        <label className="choice">
          <input type="checkbox" checked={replaces} onChange={event => setReplaces(event.target.checked)} />
          {t('places.replaces')}
        </label>
        <LocalFile accept=".csv,.txt" help={t('places.class-columns')} onFile={file => void read(file)} />
        {table?.problem && (
          <div className="message bad" role="alert">
            {find(`refusal.${table.problem.code}`)}
          </div>
        )}
        {table && table.rows.length > 0 && (
          <>
            <output>{t('places.judged', { good: rows.length, bad: table.rows.length - rows.length })}</output>
            <Table caption={t('places.preview')} columns={columnsOf()} rows={table.rows} keyOf={row => String(row.line)} />
          </>
        )}
        <Problem of={load} />
      </Form>
    </Dialog>
  )
}
