import { printNumber } from '../../../kernel/numbers.ts'
import { t } from '../../../ui/messages/index.ts'

type Total = { reportId: string; year: number; total: number | null }
const [BAR, GAP, HIGH, TOP, FOOT] = [44, 28, 110, 22, 22]

/** The total of each report as a bar under its number; a total that is not told has no bar. */
export function TotalsPlot({ columns, unit }: { columns: readonly Total[]; unit: string }) {
  const most = Math.max(1, ...columns.map(one => one.total ?? 0))
  const width = columns.length * (BAR + GAP) + GAP
  const height = TOP + HIGH + FOOT
  return (
    <figure className="outcome-plot">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('outcomes.plot', { unit })}>
        {columns.map(({ reportId, year, total }, at) => {
          const x = GAP + at * (BAR + GAP)
          const tall = ((total ?? 0) / most) * HIGH
          return (
            <g key={reportId}>
              <rect x={x} y={TOP + HIGH - tall} width={BAR} height={tall} />
              <text x={x + BAR / 2} y={TOP + HIGH - tall - 6} textAnchor="middle">
                {total === null ? '–' : printNumber(total)}
              </text>
              <text x={x + BAR / 2} y={height - 4} textAnchor="middle" className="quiet-text">
                {year}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="quiet small">{t('outcomes.plot', { unit })}</figcaption>
    </figure>
  )
}
