import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { fold } from '../../../../kernel/vietnamese.ts'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { TextField } from '../../../../ui/components/fields.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { printFigure, wordsOfFigures } from '../../figure-text.ts'
import { AnnexTable } from '../../web/annex-table.tsx'
import { PictureTable } from '../../web/pictures.tsx'
import { type FigureProps, Pieces } from '../../web/pieces.tsx'
import type { ReviewAnswer } from '../../web/types.ts'
import { lineOf } from '../typed-numbers.ts'
import type { LinesAnswer } from './types.ts'

type ChoiceProps = { editor: Editor; answer: ReviewAnswer; onClose: () => void }

const NONE: ReadonlySet<string> = new Set()

/** Every figure of the report, of which one is put where one writes: those of its sentences, of its table and of its pictures. Figures are chosen, never typed. */
export function FigureChoice({ editor, answer: { review, compiled }, onClose }: ChoiceProps) {
  const answer = useAnswer<LinesAnswer>('reviews.compiled-lines', { reviewId: review.id })
  const put = (id: string) => {
    const seen = wordsOfFigures(compiled).get(id) ?? (answer.data && wordsIn(answer.data).get(id))
    if (seen) editor.chain().focus().insertContent({ type: 'figure', attrs: { id, seen } }).run()
  }
  const figures = { open: '', onFigure: put, moved: NONE, disputed: NONE }
  return (
    <section className="figure-choice card no-print" aria-label={t('writing.insert-figure')}>
      <div className="row">
        <p className="quiet">{t('writing.choose-figure')}</p>
        <Button look="plain" onClick={onClose}>
          {t('part.close')}
        </Button>
      </div>
      <Answered of={answer}>{found => <LinesToChoose lines={found.lines} figures={figures} />}</Answered>
      <AnnexTable compiled={compiled} figures={figures} />
      {answer.data?.pictures.map(picture => (
        <details key={`${picture.title} ${picture.labels[0]}`}>
          <summary>{picture.title}</summary>
          <PictureTable picture={picture} figures={figures} />
        </details>
      ))}
    </section>
  )
}

/** Sentences with figures, those that hold the words looked for. */
function LinesToChoose({ lines, figures }: { lines: LinesAnswer['lines']; figures: FigureProps }) {
  const [wanted, setWanted] = useState('')
  const told = lines.filter(({ pieces }) => pieces.some(one => typeof one !== 'string' && !one.untold))
  const words = fold(wanted).trim()
  const shown = told.filter(({ heading, pieces }) => fold(`${heading} ${lineOf(pieces)}`).includes(words))
  return (
    <details open>
      <summary>{t('writing.figures-of-lines', { count: told.length })}</summary>
      <TextField label={t('writing.find-line')} type="search" value={wanted} onChange={setWanted} />
      <ul className="lines">
        {shown.map(({ heading, pieces }, at) => (
          <li key={`${heading} ${at}`}>
            <span className="quiet small">{heading}</span>
            <p>
              <Pieces pieces={pieces} figures={figures} />
            </p>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="quiet">{t('writing.no-line')}</p>}
    </details>
  )
}

/** The words of figures that the shared text does not hold. */
function wordsIn({ lines, pictures }: LinesAnswer): Map<string, string> {
  const told = lines.flatMap(({ pieces }) =>
    pieces.flatMap(one => (typeof one === 'string' ? [] : [[one.figure, one.text] as const])),
  )
  const drawn = pictures.flatMap(({ unit, series }) =>
    series.flatMap(({ values }) =>
      values.flatMap(({ figure, value }) => (figure ? [[figure, printFigure({ value, unit })] as const] : [])),
    ),
  )
  return new Map([...drawn, ...told])
}
