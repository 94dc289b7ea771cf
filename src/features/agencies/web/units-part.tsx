import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { me } from '../../../ui/client/boot.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { endUnit } from '../commands/end-unit.ts'
import type { Body } from './body-page.tsx'
import { UnitDialog } from './unit-dialog.tsx'

type Unit = Body['units'][number]
type Row = Unit & { depth: number }

/** Units under those that hold them, in Vietnamese order. */
function nested(units: readonly Unit[], parent: string | null = null, depth = 0): Row[] {
  return units
    .filter(unit => unit.parentUnit === parent)
    .flatMap(unit => [{ ...unit, depth }, ...nested(units, unit.id, depth + 1)])
}

const columnsFor = (today: string, onEnd: ((unit: Unit) => void) | null): Column<Row>[] => [
  {
    key: 'name',
    title: t('agencies.unit-name'),
    cell: row => <span className={row.depth > 0 ? 'unit-deep' : undefined}>{row.name}</span>,
  },
  {
    key: 'state',
    title: t('agencies.unit-state'),
    cell: row => (row.endedOn ? t('agencies.unit-ended', { day: printDate(row.endedOn) }) : t('agencies.unit-works')),
  },
  ...(onEnd
    ? [
        {
          key: 'end',
          title: t('agencies.manage'),
          cell: (row: Row) =>
            !(row.endedOn && row.endedOn <= today) && <Button onClick={() => onEnd(row)}>{t('agencies.end-unit')}</Button>,
        },
      ]
    : []),
]

/** Phòng, ban of a body; its own administrator adds and ends them. */
export function UnitsPart({ body, today }: { body: Body; today: string }) {
  const [adding, setAdding] = useState(false)
  const end = useCommand<InputOf<typeof endUnit>, { version: number }>('agencies.end-unit')
  const mayManage = body.id === me().body.id && me().roles.includes('administrator')
  const stop = async ({ id: unitId, name, version }: Unit) => {
    const done = await end.send({ unitId, version, endedOn: today })
    if (!done) return
    tell(t('agencies.unit-ended-now', { name }), async () => {
      await sendCommand('agencies.end-unit', { unitId, version: done.answer.version, endedOn: null })
      await refresh(['agencies'])
    })
  }
  const add = mayManage && (
    <Button onClick={() => setAdding(true)} className="no-print">
      {t('agencies.add-unit')}
    </Button>
  )
  return (
    <div className="stack">
      <h2>{t('agencies.units')}</h2>
      <Problem of={end} />
      {body.units.length === 0 ? (
        <EmptyPlace title={t('agencies.no-units')} help={t('agencies.no-units-help')} action={add} />
      ) : (
        <>
          <Table
            caption={t('agencies.units')}
            columns={columnsFor(today, mayManage ? unit => void stop(unit) : null)}
            rows={nested(body.units)}
            keyOf={row => row.id}
          />
          {add && <div className="row">{add}</div>}
        </>
      )}
      {adding && <UnitDialog body={body} onClose={() => setAdding(false)} />}
    </div>
  )
}
