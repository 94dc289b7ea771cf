import { drawChart, type Mark } from '../chart.ts'
import type { Chart } from '../contract.ts'

const grey = (shade: number): string => `hsl(0 0% ${Math.round(shade * 100)}%)`
const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const
const STARTS = { left: 0, center: 0.5, right: 1 } as const

/** A chart of a paper on the screen, drawn as the paper draws it, and told in words. `breadth` is in points: letters are as large as it is small. */
export function ChartDrawing({ chart, breadth }: { chart: Chart; breadth: number }) {
  const { width, height, marks, description } = drawChart(chart, breadth)
  return (
    <svg className="chart-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {marks.map(mark => (
        <MarkShape key={JSON.stringify(mark)} mark={mark} />
      ))}
    </svg>
  )
}

function MarkShape({ mark }: { mark: Mark }) {
  if (mark.kind === 'bar') {
    const { x, y, width, height, shade } = mark
    return <rect x={x} y={y} width={width} height={height} fill={grey(shade)} />
  }
  if (mark.kind === 'line') {
    const { from, to, weight, shade } = mark
    return <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} strokeWidth={weight} stroke={grey(shade)} />
  }
  const { x, y, width, align, size, text } = mark
  return (
    <text x={x + width * STARTS[align]} y={y + size} fontSize={size} textAnchor={ANCHORS[align]}>
      {text}
    </text>
  )
}
