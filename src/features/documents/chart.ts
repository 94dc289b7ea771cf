import type { Chart } from './contract.ts'

/** One thing that is drawn, in points from the upper left corner; `shade` is 0 (black) to 1 (white). */
export type Mark =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; shade: number }
  | { kind: 'line'; from: readonly [number, number]; to: readonly [number, number]; weight: number; shade: number }
  | { kind: 'text'; x: number; y: number; width: number; align: 'left' | 'center' | 'right'; size: number; text: string }

export type Drawing = { width: number; height: number; marks: Mark[]; description: string }

const HEIGHT = 180
const LEFT = 44
const TOP = 30
const BOTTOM = 32
const SIZE = 10
const LINE = SIZE * 1.2
/** About the breadth of a letter. */
const LETTER = SIZE * 0.52
const SHADES = [0.25, 0.6, 0.85]
const grid = { weight: 0.4, shade: 0.75 }

const print = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** Steps of an axis: 1, 2 or 5 times a power of ten, at most five of them up to the highest value. */
export function stepOf(highest: number): number {
  const rough = Math.max(highest, 1e-9) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 5, 10].map(times => times * power).find(step => step >= rough * 0.999_999) ?? power
}

/** A bar or line chart as simple marks, so that screen, PDF and DOCX draw the same. Values below nought count as nought. */
export function drawChart(chart: Chart, width: number): Drawing {
  const { labels, series, form, unit } = chart
  const highest = Math.max(1, ...series.flatMap(one => one.values))
  // Things are counted in whole numbers.
  const whole = series.every(one => one.values.every(Number.isInteger))
  const step = whole ? Math.max(1, stepOf(highest)) : stepOf(highest)
  const steps = Math.ceil(highest / step)
  const bottom = HEIGHT - BOTTOM
  const plot = { left: LEFT, right: width, top: TOP, bottom }
  const place = (value: number): number => plot.bottom - (Math.max(0, value) / (steps * step)) * (plot.bottom - plot.top)
  const slot = (plot.right - plot.left) / Math.max(1, labels.length)
  const frame = { plot, place, slot }
  const axis = Array.from({ length: steps + 1 }, (_, nth): Mark[] => {
    const y = place(nth * step)
    return [
      { kind: 'line', from: [plot.left, y], to: [plot.right, y], ...(nth === 0 ? { weight: 0.8, shade: 0 } : grid) },
      { kind: 'text', x: 0, y: y - SIZE * 0.65, width: plot.left - 5, align: 'right', size: SIZE, text: print(nth * step) },
    ]
  }).flat()
  const told = labels.map(text => linesOf(text, slot))
  const names = told.flatMap((lines, at) =>
    lines.map((text, nth): Mark => {
      const y = bottom + 4 + nth * LINE
      return { kind: 'text', x: plot.left + at * slot, y, width: slot, align: 'center', size: SIZE, text }
    }),
  )
  const values = series.flatMap((one, nth) =>
    form === 'bars' ? bars(one.values, nth, series.length, frame) : line(one.values, nth, frame),
  )
  return {
    width,
    height: HEIGHT + (Math.max(1, ...told.map(lines => lines.length)) - 1) * LINE,
    marks: [...axis, ...names, ...values, ...legend(chart, width)],
    description: describe(chart, unit),
  }
}

/** A label in as many lines as its place asks for, broken between words. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && longer.length * LETTER <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

type Frame = { plot: { left: number; bottom: number }; place: (value: number) => number; slot: number }

const shadeOf = (nth: number): number => SHADES[nth % SHADES.length]!

const valueMark = (value: number, x: number, y: number, width: number): Mark => ({
  kind: 'text',
  x,
  y: y - SIZE * 1.3,
  width,
  align: 'center',
  size: SIZE,
  text: print(value),
})

function bars(values: readonly number[], nth: number, of: number, { plot, place, slot }: Frame): Mark[] {
  const width = (slot * 0.7) / of
  return values.flatMap((value, at): Mark[] => {
    const x = plot.left + at * slot + slot * 0.15 + nth * width
    const y = place(value)
    const bar: Mark = { kind: 'bar', x, y, width: width * 0.92, height: plot.bottom - y, shade: shadeOf(nth) }
    return [...(plot.bottom - y > 0 ? [bar] : []), valueMark(value, x - width * 0.2, y, width * 1.32)]
  })
}

function line(values: readonly number[], nth: number, { plot, place, slot }: Frame): Mark[] {
  const points = values.map((value, at) => [plot.left + (at + 0.5) * slot, place(value)] as const)
  const strokes = points
    .slice(1)
    .map((to, at): Mark => ({ kind: 'line', from: points[at]!, to, weight: 1.4, shade: shadeOf(nth) }))
  return [...strokes, ...points.map(([x, y], at) => valueMark(values[at]!, x - slot / 2, y, slot))]
}

/** Names of the series with their shades, and the unit, above the chart. */
function legend({ series, unit }: Chart, width: number): Mark[] {
  const share = width / (series.length + 1)
  const keys = series.flatMap((one, nth): Mark[] => [
    { kind: 'bar', x: share * (nth + 1), y: 2, width: 9, height: 7, shade: shadeOf(nth) },
    { kind: 'text', x: share * (nth + 1) + 13, y: 0, width: share - 13, align: 'left', size: SIZE, text: one.name },
  ])
  return [
    { kind: 'text', x: 0, y: 0, width: share, align: 'left', size: SIZE, text: `(${unit})` },
    ...(series.length > 1 ? keys : []),
  ]
}

/** What the chart shows, in words, for who cannot see it. */
const describe = ({ title, labels, series }: Chart, unit: string): string =>
  `${title} (${unit}). ${series
    .map(one => `${one.name}: ${labels.map((label, at) => `${label} ${print(one.values[at] ?? 0)}`).join('; ')}`)
    .join('. ')}.`
