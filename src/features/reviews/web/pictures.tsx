import type { ReactNode } from 'react'
import { useNarrow } from '../../../ui/components/use-narrow.ts'
import { t } from '../../../ui/messages/index.ts'
import { ChartDrawing } from '../../documents/web/chart-drawing.tsx'
import { printCount } from '../figure-text.ts'
import { type FigureProps, Pieces } from './pieces.tsx'
import './pictures.css'
import type { ReviewAnswer } from './types.ts'

type Picture = NonNullable<ReviewAnswer['compiled']['pictures']>[number]

/** The pictures of a report, each with its table, in which figures open their records. */
export function Pictures({ pictures, figures }: { pictures: readonly Picture[]; figures: FigureProps }) {
  return (
    <section className="review-pictures" aria-labelledby="bieu-do">
      <h3 id="bieu-do">{t('reviews.pictures')}</h3>
      {pictures.map(picture => (
        <figure key={`${picture.title} ${picture.labels[0]}`}>
          <PictureDrawn picture={picture} figures={figures}>
            <figcaption>{picture.title}</figcaption>
          </PictureDrawn>
        </figure>
      ))}
    </section>
  )
}

type DrawnProps = { picture: Picture; figures: FigureProps; children?: ReactNode }

/** A picture and its table; between them what it is called, where no heading says so. */
export function PictureDrawn({ picture, figures, children }: DrawnProps) {
  const narrow = useNarrow()
  return (
    <>
      <ChartDrawing chart={chartOf(picture)} breadth={narrow ? 340 : 640} />
      {children}
      <PictureTable picture={picture} figures={figures} />
    </>
  )
}

const chartOf = ({ title, unit, labels, series }: Picture) => ({
  title,
  unit,
  labels,
  form: 'bars' as const,
  series: series.map(({ name, values }) => ({ name, values: values.map(one => one.value) })),
  withTable: false,
})

export function PictureTable({ picture: { labels, series, unit }, figures }: { picture: Picture; figures: FigureProps }) {
  return (
    <div className="annex-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={`${label} ${at}`}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }) => (
                <td key={name}>
                  <Pieces pieces={pieceOf(values[at]!)} figures={figures} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const pieceOf = ({ value, figure }: Picture['series'][number]['values'][number]) =>
  figure === undefined ? [printCount(value)] : [{ figure, text: printCount(value) }]
