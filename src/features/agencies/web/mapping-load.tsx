import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { LocalFile } from '../../../ui/components/local-file.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { mapPlacesCommand } from '../commands/map-places.ts'
import { type MappingLine, type MappingTable, readMappingTable } from '../places/mapping-table.ts'
import type { places } from '../places/queries.ts'
import { linesOfFile } from './table-file.ts'

const sentence = ({ problem }: MappingLine) =>
  problem ? (find(`refusal.${problem.code}`, problem.data ?? {}) ?? problem.code) : null

const columns = (): Column<MappingLine>[] => [
  { key: 'line', title: t('places.line'), align: 'right', sort: row => row.line, cell: row => row.line },
  { key: 'old', title: t('places.old-unit'), cell: row => row.cells.oldName || row.cells.oldCode },
  { key: 'new', title: t('places.new-unit'), cell: row => row.cells.newName || row.cells.newCode },
  { key: 'share', title: t('places.share'), align: 'right', cell: row => row.cells.share },
  {
    key: 'outcome',
    title: t('places.outcome'),
    sort: row => sentence(row) ?? '',
    cell: row => (row.problem ? <span className="problem">{sentence(row)}</span> : t('places.row-mapped')),
  },
]

/** An official table of old and new units: every row is judged before anything is written, and all of it is taken or nothing. */
export function MappingLoad({ onClose }: { onClose: () => void }) {
  const standing = useAnswer<AnswerOf<typeof places>>('agencies.places', { ended: true })
  const [table, setTable] = useState<MappingTable | null>(null)
  const [decision, setDecision] = useState<{ number: string; date: string | null; issuer: string }>({
    number: '',
    date: null,
    issuer: '',
  })
  const [effectiveOn, setEffectiveOn] = useState<string | null>(null)
  const [loadId] = useState(() => newId())
  const load = useCommand<InputOf<typeof mapPlacesCommand>, { ended: number; moved: number }>('agencies.map-places')
  const read = async (file: File) => {
    if (effectiveOn && standing.data) setTable(readMappingTable(await linesOfFile(file), standing.data.places, effectiveOn))
  }
  /** Rows are judged for a day; with another they are judged anew. */
  const changeDay = (day: string | null) => {
    setEffectiveOn(day)
    setTable(null)
  }
  const rows = table?.rows.flatMap(line => line.row ?? []) ?? []
  const bad = (table?.rows.length ?? 0) - rows.length
  const { number, date, issuer } = decision
  const send = async () => {
    if (!date || !effectiveOn) return
    const sent = await load.send({ loadId, decision: { number, date, issuer }, effectiveOn, rows })
    if (!sent) return
    tell(t('places.mapped', sent.answer))
    onClose()
  }
  const ready = number.trim() !== '' && issuer.trim() !== '' && date !== null && effectiveOn !== null
  return (
    <Dialog title={t('places.map')} onClose={onClose}>
      <p>{t('places.map-help')}</p>
      <TextField
        label={t('places.decision-number')}
        required
        value={number}
        onChange={text => setDecision({ ...decision, number: text })}
      />
      <DateField
        label={t('places.decision-date')}
        required
        value={date}
        onChange={day => setDecision({ ...decision, date: day })}
      />
      <TextField
        label={t('places.decision-issuer')}
        required
        value={issuer}
        onChange={text => setDecision({ ...decision, issuer: text })}
      />
      <DateField label={t('places.mapped-from')} required value={effectiveOn} onChange={changeDay} />
      {ready && (
        <Answered of={standing}>
          {() => <LocalFile accept=".csv,.txt,.xlsx" help={t('places.map-columns')} onFile={file => void read(file)} />}
        </Answered>
      )}
      {table?.problem && (
        <div className="message bad" role="alert">
          {find(`refusal.${table.problem.code}`)}
        </div>
      )}
      {table && table.rows.length > 0 && (
        <>
          <output>{t('places.judged', { good: rows.length, bad })}</output>
          <Table caption={t('places.preview')} columns={columns()} rows={table.rows} keyOf={row => String(row.line)} />
          <Problem of={load} />
          {bad === 0 && (
            <Button look="main" busy={load.state === 'sending'} onClick={() => void send()}>
              {t('places.map-enter', { count: rows.length })}
            </Button>
          )}
        </>
      )}
    </Dialog>
  )
}
