import { citeClause } from '../../../kernel/cite-clause.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CellView } from './cell-view.tsx'
import type { MatrixAnswer, MatrixRow } from './types.ts'

type MatrixTableProps = { answer: MatrixAnswer; from: string; onPrepare: (dutyKey: string) => void }

/** What one side sends: a line for each duty and addressee, a column for each period. On a phone each period is a line. */
export function MatrixTable({ answer, from, onPrepare }: MatrixTableProps) {
  const rows = answer.rows.filter(row => row.from === from)
  const name = answer.parties.find(party => party.bodyId === from)?.shortName ?? ''
  if (rows.length === 0) return null
  const caption = from === answer.own ? t('exchange.ours', { name }) : t('exchange.theirs', { name })
  return <Table caption={caption} columns={columnsOf(answer, rows, onPrepare)} rows={rows} keyOf={row => row.key} />
}

function columnsOf(answer: MatrixAnswer, rows: readonly MatrixRow[], onPrepare: (dutyKey: string) => void): Column<MatrixRow>[] {
  const used = answer.columns.filter(column => rows.some(row => row.cells[column.key]))
  return [
    { key: 'duty', title: t('exchange.row-duty'), cell: row => <DutyName row={row} answer={answer} />, width: '13rem' },
    ...used.map(column => ({
      key: column.key,
      title: shortLabel(column.label, answer.year),
      cell: (row: MatrixRow) => {
        const cell = row.cells[column.key]
        return cell && <CellView cell={cell} period={column.label} today={answer.today} onPrepare={onPrepare} />
      },
    })),
  ]
}

/** The year stands above the table already. */
const shortLabel = (label: string, year: number): string =>
  label === `Năm ${year}` ? t('exchange.whole-year') : label.replace(new RegExp(`(?:/| năm )${year}$`), '')

function DutyName({ row, answer }: { row: MatrixRow; answer: MatrixAnswer }) {
  const to = answer.parties.find(party => party.bodyId === row.to)
  return (
    <>
      <Go to={`/chuong-trinh/${answer.programme.id}#${encodeURIComponent(row.clausePath)}`}>{citeClause(row.clausePath)}</Go>{' '}
      <span className="quiet">({t(`exchange.${row.kind}`)})</span>
      <div className="duty-sides small">
        {t('exchange.to')} {to && <Mark position={to.position} duty="support" name={to.shortName} />}
      </div>
    </>
  )
}
