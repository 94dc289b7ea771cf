import { type RefObject, useEffect, useRef } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Cell } from '../sending/contract.ts'
import type { LedgerAnswer } from './ledger-page.tsx'

type Props = Pick<LedgerAnswer, 'template' | 'units'> & { only: Cell | null }
type Unit = LedgerAnswer['units'][number]

/** Short signs, so that sixty clauses stand side by side; the words are read aloud and stand in the legend. */
const SIGNS: Record<Cell, string> = {
  'not-sent': '·',
  sent: '→',
  adapting: '…',
  signed: '✓',
  'carrying-out': '●',
  silent: '○',
  'left-out': '–',
}
const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

function useArrows(table: RefObject<HTMLTableElement | null>): void {
  useEffect(() => {
    const cells = table.current
    const walk = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const [row, column] = ((event.target as HTMLElement).dataset['at'] ?? '').split(' ').map(Number)
      if (!step || row === undefined || column === undefined) return
      const next = cells?.querySelector<HTMLElement>(`[data-at="${row + step[0]} ${column + step[1]}"]`)
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    cells?.addEventListener('keydown', walk)
    return () => cells?.removeEventListener('keydown', walk)
  }, [table])
}

/** The ledger; arrow keys go from cell to cell. */
export function LedgerTable({ template, units, only }: Props) {
  const table = useRef<HTMLTableElement>(null)
  useArrows(table)
  return (
    <>
      <p className="quiet small">
        {(Object.keys(SIGNS) as Cell[]).map(cell => (
          <span key={cell} className="ledger-sign">
            <span className={`cell-${cell}`}>{SIGNS[cell]}</span> {t(`cascade.cell-${cell}`)}
          </span>
        ))}
      </p>
      <section className="table-place ledger" aria-label={t('cascade.ledger')} tabIndex={-1}>
        <table className="table" ref={table}>
          <caption>{t('cascade.ledger-units', { count: units.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cascade.commune')}</th>
              <th scope="col">{t('cascade.document')}</th>
              {template.clauses.map((clause, at) => (
                <th key={clause.key} scope="col" title={clause.text}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit, row) => (
              <tr key={unit.bodyId}>
                <th scope="row">{unit.name}</th>
                <td data-label={t('cascade.document')}>{documentWords(unit)}</td>
                {unit.cells.map((cell, column) => (
                  <td
                    key={template.clauses[column]?.key}
                    data-at={`${row} ${column}`}
                    data-label={t('cascade.clause-number', { number: column + 1 })}
                    tabIndex={row === 0 && column === 0 ? 0 : -1}
                    title={t(`cascade.cell-${cell}`)}
                    className={only === cell ? `cell-${cell} chosen` : `cell-${cell}`}
                  >
                    <span aria-hidden="true">{SIGNS[cell]}</span>
                    <span className="unseen">{t(`cascade.cell-${cell}`)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ol className="ledger-clauses small">
        {template.clauses.map(clause => (
          <li key={clause.key}>{clause.text}</li>
        ))}
      </ol>
    </>
  )
}

function documentWords({ sentOn, signedOn, number }: Unit): string {
  if (signedOn) return `${number ?? ''}, ${printDate(signedOn)}`
  return sentOn ? t('cascade.sent-on', { day: sentOn }) : t('cascade.cell-not-sent')
}
