import { useState } from 'react'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { LocalFile } from '../../../ui/components/local-file.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { Place } from '../places/contract.ts'
import { type PlacesTable, readPlacesTable, type TableRow } from '../places/table.ts'

const sentence = ({ problem }: TableRow) =>
  problem ? (find(`refusal.${problem.code}`, problem.data ?? {}) ?? problem.code) : null

const columnsOf = (): Column<TableRow>[] => [
  { key: 'line', title: t('places.line'), align: 'right', sort: row => row.line, cell: row => row.line },
  { key: 'name', title: t('places.name'), cell: row => row.cells.name },
  { key: 'parent', title: t('places.parent'), cell: row => row.cells.parent },
  {
    key: 'outcome',
    title: t('places.outcome'),
    sort: row => sentence(row) ?? '',
    cell: row => (row.problem ? <span className="problem">{sentence(row)}</span> : t('places.row-good')),
  },
]

/** A table of places saved as CSV: every row is judged before anything is written. */
export function PlacesLoad({ standing, onClose }: { standing: readonly Place[]; onClose: () => void }) {
  const [table, setTable] = useState<PlacesTable | null>(null)
  const [loadId] = useState(() => newId())
  const load = useCommand<object>('agencies.load-places')
  const read = async (file: File | undefined) => {
    if (file) setTable(readPlacesTable(await file.text(), standing, vietnamDate(new Date()), newId))
  }
  const good = table?.rows.flatMap(row => row.place ?? []) ?? []
  const send = async () => {
    if (!(await load.send({ loadId, rows: good }))) return
    tell(t('places.loaded', { count: good.length }))
    onClose()
  }
  return (
    <Dialog title={t('places.load')} onClose={onClose}>
      <p>{t('places.load-help')}</p>
      <LocalFile accept=".csv,.txt" help={t('places.load-columns')} onFile={file => void read(file)} />
      {table?.problem && (
        <div className="message bad" role="alert">
          {find(`refusal.${table.problem.code}`)}
        </div>
      )}
      {table && table.rows.length > 0 && (
        <>
          <output>{t('places.judged', { good: good.length, bad: table.rows.length - good.length })}</output>
          <Table caption={t('places.preview')} columns={columnsOf()} rows={table.rows} keyOf={row => String(row.line)} />
          <Problem of={load} />
          {good.length > 0 && (
            <Button look="main" busy={load.state === 'sending'} onClick={() => void send()}>
              {t('places.enter', { count: good.length })}
            </Button>
          )}
        </>
      )}
    </Dialog>
  )
}
