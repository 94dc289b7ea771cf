import { printDate, vietnamDate, vietnamTime } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
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

/** Why nothing is listed, where that is no sign of a change. */
const NO_RECORDS: Partial<Record<FigureAnswer['figure']['query']['kind'], 'reviews.figure-kept' | 'reviews.figure-no-place'>> = {
  honours: 'reviews.figure-kept',
  places: 'reviews.figure-no-place',
}

/** Where a record stands: a paper of another side nowhere. Of a place the work done in it under the item that the figure tells of, in its days. */
const addressOf = (
  { kind, id, address }: Recorded,
  { itemId, from, to, ...query }: FigureAnswer['figure']['query'],
): string | null => {
  if (query.kind === 'led' || query.kind === 'informing') return address
  return kind === 'place' ? `/hoat-dong?muc=${itemId}&xa=${id}&tu=${from}&den=${to}` : `${PLACES[kind] ?? '/hoat-dong'}/${id}`
}

function Records({ found }: { found: FigureAnswer }) {
  const { figure, now, records, destroyed } = found
  const printed = (value: number) => `${printNumber(value)}${figure.unit === '%' ? '%' : ` ${figure.unit}`}`
  return (
    <>
      <RecordsSum
        value={printed(figure.value)}
        of={t(figure.query.kind === 'places' ? 'reviews.figure-places' : 'reviews.figure-count', { count: records.length })}
      />
      <Counted found={found} />
      {now !== figure.value && (
        <p className="message">
          {now === null
            ? t('reviews.figure-untold', { before: printed(figure.value) })
            : t('reviews.figure-then', { before: printed(figure.value), now: printed(now) })}
        </p>
      )}
      {figure.query.kind === 'places' && (
        <Go to={`/hoat-dong/theo-xa?muc=${figure.query.itemId}&tu=${figure.query.from}&den=${figure.query.to}`}>
          {t('reviews.figure-every-place')}
        </Go>
      )}
      {records.length === 0 && (now !== null || figure.query.kind === 'honours') && (
        <p className="quiet">{t(NO_RECORDS[figure.query.kind] ?? 'reviews.figure-none')}</p>
      )}
      {figure.query.kind === 'split' && <p className="quiet small">{t('reviews.figure-split')}</p>}
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
          to: addressOf(record, figure.query),
          title: record.title,
          facts: factsOf(record),
        }))}
      />
    </>
  )
}

/** What the number counts, by which conditions, over which days, and when it was reckoned. */
const Counted = ({ found: { figure, counted, reckonedAt } }: { found: FigureAnswer }) => (
  <Facts
    facts={[
      [t('reviews.counted-what'), `${counted.what}.`],
      [t('reviews.counted-where'), counted.where.length > 0 && `${counted.where.join('; ')}.`],
      [t('reviews.counted-days'), t('reviews.counted-span', { from: figure.query.from, to: figure.query.to })],
      [t('reviews.counted-at'), t('reviews.counted-moment', momentOf(reckonedAt))],
    ]}
  />
)

const momentOf = (at: string) => ({ time: vietnamTime(new Date(at)), day: vietnamDate(new Date(at)) })

const factsOf = (record: Recorded): string[] => [
  printDate(record.heldOn),
  record.place,
  record.body,
  ...(record.count === null ? [] : [`${printNumber(record.count)} ${record.countUnit}`]),
  ...(record.reach === null ? [] : [`${printNumber(record.reach)} ${record.reachUnit}`]),
  ...(record.money ? [printMoney(record.money)] : []),
]
