import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { NumberField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { OneAnswer } from './types.ts'

type Row = { id: string; name: string; sheet: OneAnswer['sheets'][number] | null }

/** Those without an account: how many of them each unit has handed the printed sheet. */
export function SheetsPart({ answer }: { answer: OneAnswer }) {
  const [open, setOpen] = useState<Row | null>(null)
  const rows = answer.units.map(unit => ({ ...unit, sheet: answer.sheets.find(one => one.unitId === unit.id) ?? null }))
  if (rows.length === 0) return null
  return (
    <section className="card padded stack" aria-labelledby="reading-sheets">
      <h2 id="reading-sheets">{t('dissemination.sheets')}</h2>
      <p className="quiet small">{t('dissemination.sheets-help')}</p>
      <Table
        caption={t('dissemination.sheets-by-unit')}
        columns={columnsOf(answer.can.record, setOpen)}
        rows={rows}
        keyOf={row => row.id}
      />
      {open && <SheetDialog answer={answer} row={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function columnsOf(mayRecord: boolean, onRecord: (row: Row) => void): Column<Row>[] {
  const columns: Column<Row>[] = [
    { key: 'unit', title: t('dissemination.unit'), cell: row => row.name },
    {
      key: 'received',
      title: t('dissemination.received'),
      cell: row => (row.sheet ? printNumber(row.sheet.received) : ''),
      align: 'right',
    },
    { key: 'day', title: t('dissemination.day'), cell: row => (row.sheet ? printDate(row.sheet.receivedOn) : '') },
  ]
  if (!mayRecord) return columns
  const record = (row: Row) => (
    <Button
      look="plain"
      className="no-print"
      onClick={() => onRecord(row)}
      aria-label={t('dissemination.record-for', { name: row.name })}
    >
      {t('dissemination.record')}
    </Button>
  )
  return [...columns, { key: 'act', title: t('dissemination.act'), cell: record }]
}

type Recorded = { disseminationId: string; unitId: string }

/** Writes the count before again, within ten seconds. */
const putBack =
  ({ received, receivedOn, version }: NonNullable<Row['sheet']>, { disseminationId, unitId }: Recorded) =>
  async () => {
    const before = { disseminationId, unitId, version: version + 1, received, receivedOn }
    await sendCommand('dissemination.record-sheets', before)
    await refresh(['dissemination', 'insight.'])
  }

function SheetDialog({ answer, row, onClose }: { answer: OneAnswer; row: Row; onClose: () => void }) {
  const [received, setReceived] = useState<number | null>(row.sheet?.received ?? null)
  const [receivedOn, setReceivedOn] = useState<string | null>(row.sheet?.receivedOn ?? answer.today)
  const recording = useCommand<object>('dissemination.record-sheets')
  const save = async () => {
    const at = { disseminationId: answer.dissemination.id, unitId: row.id, version: row.sheet?.version ?? null }
    if (!(await recording.send({ ...at, received, receivedOn: receivedOn ?? '' }))) return
    const said = t('dissemination.recorded', { name: row.name })
    if (row.sheet) tell(said, putBack(row.sheet, at))
    else tellUndo(said, 'dissemination.take-back-sheets', { disseminationId: at.disseminationId, unitId: at.unitId })
    onClose()
  }
  return (
    <Dialog title={t('dissemination.record-title', { name: row.name })} onClose={onClose}>
      <Form submit={t('dissemination.save')} busy={recording.state === 'sending'} onSubmit={() => void save()}>
        <NumberField
          label={t('dissemination.received')}
          help={t('dissemination.received-help')}
          required
          value={received}
          onChange={setReceived}
        />
        <DateField
          label={t('dissemination.day')}
          required
          value={receivedOn}
          max={answer.today}
          onChange={setReceivedOn}
          problem={recording.problemAt('receivedOn')}
        />
        <Problem of={recording} />
      </Form>
    </Dialog>
  )
}
