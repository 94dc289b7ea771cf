import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { readyName } from '../../activities/web/activity-words.ts'
import { amountsText, heldText, sumsText } from '../words.ts'
import type { Content } from './types.ts'

type Figure = Content['figures'][number]
type Activity = Content['activities'][number]

const figureColumns = (): readonly Column<Figure>[] => [
  { key: 'kind', title: t('exchange.kind'), cell: row => row.kindName ?? readyName(row.kind) },
  { key: 'count', title: t('exchange.count'), cell: row => printNumber(row.activities), align: 'right' },
  { key: 'result', title: t('exchange.result'), cell: sumsText },
  { key: 'money', title: t('exchange.money'), cell: row => (row.money > 0 ? printMoney(row.money) : ''), align: 'right' },
]

const activityColumns = (): readonly Column<Activity>[] => [
  { key: 'when', title: t('exchange.when'), cell: heldText, sort: row => row.heldOn, width: '9rem' },
  { key: 'title', title: t('exchange.activity'), cell: row => row.title, sort: row => row.title },
  { key: 'place', title: t('exchange.place'), cell: row => row.place, sort: row => row.place },
  { key: 'result', title: t('exchange.result'), cell: amountsText },
]

/** Everything that a package holds, and nothing else: read before it leaves and after it has come. */
export function PackageContent({ content, byPaper = false }: { content: Content; byPaper?: boolean }) {
  const { note, figures, activities, files, signer } = content
  return (
    <div className="stack">
      <p className="quiet">
        {t('exchange.asked')}: {content.duty}
      </p>
      {note && <div className="duty-note">{note}</div>}
      {byPaper && <p>{t('exchange.paper-content')}</p>}
      {activities.length === 0 ? (
        !byPaper && <p>{t('exchange.none-in-period')}</p>
      ) : (
        <>
          <Table caption={t('exchange.figures')} columns={figureColumns()} rows={figures} keyOf={row => row.kind} />
          <Table caption={t('exchange.activities')} columns={activityColumns()} rows={activities} keyOf={row => row.id} />
        </>
      )}
      {files.length === 0 ? (
        <p>{t('exchange.no-files')}</p>
      ) : (
        <div>
          <b>{t('exchange.files')}</b>
          <ul className="duty-files">
            {files.map(file => (
              <li key={file.id}>
                <a href={`/api/files/${file.id}`} download>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {signer && <p className="quiet small">{t('exchange.signer', { name: signer.name, post: signer.post })}</p>}
    </div>
  )
}
