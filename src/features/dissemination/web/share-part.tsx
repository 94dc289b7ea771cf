import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { UnitShare } from './types.ts'

const columns = (): Column<UnitShare>[] => [
  { key: 'unit', title: t('dissemination.unit'), cell: row => row.unit ?? t('dissemination.no-unit') },
  {
    key: 'read',
    title: t('dissemination.confirmed'),
    cell: row => t('dissemination.share', { read: row.read, staff: row.staff }),
    align: 'right',
  },
  {
    key: 'missing',
    title: t('dissemination.missing'),
    cell: row => (row.missing.length > 0 ? row.missing.join('; ') : t('dissemination.none-missing')),
  },
]

/** For the own side's leader: how many have confirmed, unit by unit, and who is to be reminded. */
export function SharePart({ share }: { share: UnitShare[] }) {
  const sum = (pick: (row: UnitShare) => number) => share.reduce((total, row) => total + pick(row), 0)
  const [read, staff] = [sum(row => row.read), sum(row => row.staff)]
  return (
    <section className="card padded stack" aria-labelledby="reading-share">
      <h2 id="reading-share">{t('dissemination.standing')}</h2>
      <p className="quiet small">{t('dissemination.leader-only')}</p>
      <Table
        caption={t('dissemination.by-unit')}
        columns={columns()}
        rows={share}
        keyOf={row => row.unitId ?? ''}
        totals={{ read: t('dissemination.share', { read, staff }) }}
      />
    </section>
  )
}
