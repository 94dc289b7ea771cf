import type { ReactNode } from 'react'
import type { IsoDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Item } from './item-words.ts'
import { type Bar, barOf, monthShares, percent, todayShare } from './timeline.ts'

const DIAMOND = 'M0 -8 8 0 0 8 -8 0Z'
const [HALF, WHOLE] = [7, 14]

/** A drawing as wide as its cell. What it shows stands beside it in words. */
const Drawing = ({ children, className = 'gantt-line' }: { children: ReactNode; className?: string }) => (
  <svg className={className} aria-hidden="true">
    {children}
  </svg>
)

/** The names of the months over their places. */
export const MonthHeads = ({ year }: { year: number }) => (
  <Drawing className="gantt-line gantt-heads">
    {monthShares(year).map(({ month, from, to }) => (
      <text key={month} x={percent((from + to) / 2)} y="50%" textAnchor="middle" dominantBaseline="central">
        {t('plans.timeline-month', { month })}
      </text>
    ))}
  </Drawing>
)

/** One item on the year, with the months and today behind it. */
export function Line({ item, year, today }: { item: Item; year: number; today: IsoDate }) {
  const bar = barOf(item, year)
  const now = todayShare(today, year)
  return (
    <Drawing>
      {monthShares(year).map(({ month, from }) => (
        <line key={month} className="gantt-month" x1={percent(from)} x2={percent(from)} y1="0" y2="100%" />
      ))}
      {bar && (
        // A drawing of its own at half the height, so that lengths stay shares of the width.
        <svg y="50%" width="100%" className={`gantt-bar ${item.progress.state}`}>
          <Shape bar={bar} item={item} year={year} />
        </svg>
      )}
      {now !== null && <line className="gantt-today" x1={percent(now)} x2={percent(now)} y1="0" y2="100%" />}
    </Drawing>
  )
}

function Shape({ bar, item, year }: { bar: Bar; item: Item; year: number }) {
  const [x, width] = [percent(bar.from), percent(bar.to - bar.from)]
  if (bar.kind === 'day')
    return (
      <svg x={percent((bar.from + bar.to) / 2)} className="gantt-at">
        <path d={DIAMOND} />
      </svg>
    )
  if (bar.kind === 'span') return <rect x={x} width={width} y={-HALF} height={WHOLE} rx="3" />
  const worked = monthShares(year).filter(({ month }) => item.progress.months?.[month - 1])
  return (
    <>
      <rect className="gantt-year" x={x} width={width} y={-HALF} height={WHOLE} rx="3" />
      {worked.map(({ month, from, to }) => (
        <rect key={month} className="gantt-worked" x={percent(from)} width={percent(to - from)} y={-HALF} height={WHOLE} />
      ))}
    </>
  )
}

const SAMPLE = { width: 34, height: 18 }

/** A swatch of the legend. */
export const Swatch = ({ kind, state }: { kind: Bar['kind']; state: string }) => (
  <svg {...SAMPLE} viewBox="-17 -9 34 18" className={`gantt-bar ${state}`} aria-hidden="true">
    {kind === 'day' ? (
      <path d={DIAMOND} />
    ) : (
      <rect className={kind === 'months' ? 'gantt-year' : ''} x="-16" y={-HALF} width="32" height={WHOLE} rx="3" />
    )}
    {kind === 'months' && <rect className="gantt-worked" x="-10" y={-HALF} width="10" height={WHOLE} />}
  </svg>
)
