import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { DownloadLink } from '../../../ui/components/button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'

type Copy = Shown['copies'][number]

/** Every file of the paper as it came; none is written over. */
export function FilesPart({ shown: { copies, parties } }: { shown: Shown }) {
  if (copies.length === 0) return null
  const nameOf = (bodyId: string) => parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  return (
    <section className="card padded stack">
      <Table caption={t('papers.files')} columns={columnsOf(nameOf)} rows={copies} keyOf={row => row.id} />
      <p className="quiet small">{t('papers.files-help')}</p>
    </section>
  )
}

const holderOf = ({ holder, holderReason }: Copy): string =>
  holderReason ? t('papers.holder-other', { holder: holder ?? '', reason: holderReason }) : (holder ?? '')

const columnsOf = (nameOf: (bodyId: string) => string): Column<Copy>[] => [
  { key: 'kind', title: t('papers.copy'), cell: row => t(`papers.copy-${row.kind}`, { name: nameOf(row.bodyId) }) },
  { key: 'holder', title: t('papers.copy-holder'), cell: holderOf },
  { key: 'at', title: t('papers.copy-at'), cell: row => printDate(vietnamDate(new Date(row.at))) },
  { key: 'digest', title: 'SHA-256', cell: row => <code>{row.sha256.slice(0, 12)}</code> },
  {
    key: 'open',
    title: t('papers.do'),
    buttons: true,
    cell: row => <DownloadLink href={`/api/files/${row.fileId}`}>{t('papers.open-file')}</DownloadLink>,
  },
]
