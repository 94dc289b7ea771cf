import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { LocalFile } from '../../../ui/components/local-file.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { LoadRow } from '../contract.ts'
import { linesOf, type Roster, type RosterRow, readRoster, type Village } from '../roster.ts'

const sentence = ({ problem }: RosterRow) => problem && (find(`refusal.${problem.code}`, problem.data ?? {}) ?? problem.code)

const columnsOf = (): Column<RosterRow>[] => [
  { key: 'line', title: t('honours.line'), align: 'right', sort: row => row.line, cell: row => row.line, width: '5rem' },
  { key: 'place', title: t('honours.village'), sort: row => row.place, cell: row => row.place },
  { key: 'name', title: t('honours.person'), cell: row => row.row?.name ?? '' },
  {
    key: 'outcome',
    title: t('honours.outcome'),
    sort: row => sentence(row) ?? '',
    cell: row => (row.problem ? <span className="problem">{sentence(row)}</span> : t('honours.row-good')),
  },
]

const goodRows = (roster: Roster): LoadRow[] => roster.rows.flatMap(one => one.row ?? [])
const hasBad = (roster: Roster): boolean => roster.rows.some(one => one.problem !== null)

type FileProps = { villages: readonly Village[]; onRows: (rows: LoadRow[]) => void }

/** A table is read in this window and judged row by row; all of it is taken, or what is good where the person says so. */
export function RosterFile({ villages, onRows }: FileProps) {
  const [roster, setRoster] = useState<Roster | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const [partly, setPartly] = useState(false)
  const offer = (read: Roster | null, part: boolean) => onRows(read && (part || !hasBad(read)) ? goodRows(read) : [])
  const read = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    let found: Roster | null = null
    try {
      found = readRoster(linesOf(bytes), villages, newId)
    } catch (error) {
      if ((error as Error).name !== 'Unreadable') throw error
    }
    setRoster(found)
    setUnreadable(found === null)
    setPartly(false)
    offer(found, false)
  }
  const leaveOut = (part: boolean) => {
    setPartly(part)
    offer(roster, part)
  }
  return (
    <>
      <LocalFile accept=".xlsx,.csv,.txt" help={t('honours.roster-columns')} onFile={file => void read(file)} />
      {unreadable && (
        <div className="message bad" role="alert">
          {t('honours.roster-unreadable')}
        </div>
      )}
      {roster?.problem && (
        <div className="message bad" role="alert">
          {find(`refusal.${roster.problem.code}`)}
        </div>
      )}
      {roster && roster.rows.length > 0 && (
        <>
          <output>
            {t('honours.judged', { good: goodRows(roster).length, bad: roster.rows.length - goodRows(roster).length })}
          </output>
          {hasBad(roster) && (
            <div className="message">
              <p>{t('honours.all-or-none')}</p>
              <label className="choice">
                <input type="checkbox" checked={partly} onChange={event => leaveOut(event.target.checked)} />
                {t('honours.leave-out')}
              </label>
            </div>
          )}
          <Table caption={t('honours.preview')} columns={columnsOf()} rows={roster.rows} keyOf={row => String(row.line)} />
        </>
      )}
    </>
  )
}
