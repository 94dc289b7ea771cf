import { printDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Answered } from '../../../ui/components/places.tsx'
import { RecordLines, RecordsPanel, RecordsSum } from '../../../ui/components/records-panel.tsx'
import { t } from '../../../ui/messages/index.ts'
import { destroyedWords } from './destroyed-words.ts'
import { FigureDisputes } from './figure-disputes.tsx'
import type { FigureAnswer, ReviewAnswer } from './types.ts'

type PanelProps = { review: ReviewAnswer; figureId: string; onClose: () => void }
type Recorded = FigureAnswer['records'][number]

/** The records behind a figure of a review, and what the sides say of it. */
export function FigurePanel({ review, figureId, onClose }: PanelProps) {
  const answer = useAnswer<FigureAnswer>('reviews.figure', { reviewId: review.review.id, figureId })
  return (
    <RecordsPanel title={t('reviews.figure')} onClose={onClose}>
      <Answered of={answer}>{found => <Records found={found} />}</Answered>
      <FigureDisputes answer={review} figureId={figureId} />
    </RecordsPanel>
  )
}

/** Where a record stands that is no activity. */
const PLACES: Readonly<Record<string, string>> = {
  petition: '/kien-nghi',
  supervision: '/giam-sat',
  movement: '/hoat-dong/phong-trao',
}

function Records({ found: { figure, now, records, destroyed } }: { found: FigureAnswer }) {
  const printed = (value: number) => `${printNumber(value)}${figure.unit === '%' ? '%' : ` ${figure.unit}`}`
  return (
    <>
      <RecordsSum
        value={printed(figure.value)}
        of={t('reviews.figure-count', { count: records.length, from: figure.query.from, to: figure.query.to })}
      />
      {now !== figure.value && (
        <p className="message">
          {now === null
            ? t('reviews.figure-untold', { before: printed(figure.value) })
            : t('reviews.figure-then', { before: printed(figure.value), now: printed(now) })}
        </p>
      )}
      {records.length === 0 && (now !== null || figure.query.kind === 'honours') && (
        <p className="quiet">{t(figure.query.kind === 'honours' ? 'reviews.figure-kept' : 'reviews.figure-none')}</p>
      )}
      {destroyed.length > 0 && (
        <div className="message stack">
          {destroyed.map(one => (
            <p key={one.rule}>{destroyedWords(one)}</p>
          ))}
          <p className="small">{t('reviews.destroyed-stays')}</p>
        </div>
      )}
      <RecordLines
        records={records.map(record => ({
          id: record.id,
          to: `${PLACES[record.kind] ?? '/hoat-dong'}/${record.id}`,
          title: record.title,
          facts: factsOf(record),
        }))}
      />
    </>
  )
}

const factsOf = (record: Recorded): string[] => [
  printDate(record.heldOn),
  record.place,
  record.body,
  ...(record.count === null ? [] : [`${printNumber(record.count)} ${record.countUnit}`]),
  ...(record.reach === null ? [] : [`${printNumber(record.reach)} ${record.reachUnit}`]),
  ...(record.money ? [printMoney(record.money)] : []),
]
