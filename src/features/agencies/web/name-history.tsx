import { printDate } from '../../../kernel/dates.ts'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Body } from './body-page.tsx'

type Name = Body['names'][number]

const decisionText = ({ decision }: Name): string => {
  if (!decision) return ''
  return decision.date ? t('agencies.decision', { number: decision.number, day: printDate(decision.date) }) : decision.number
}

const columnsFor = (today: string): Column<Name>[] => [
  {
    key: 'from',
    title: t('agencies.name-from'),
    width: '11rem',
    cell: row => (
      <>
        {row.validFrom ? printDate(row.validFrom) : t('agencies.from-beginning')}
        {row.validFrom && row.validFrom > today && <span className="quiet"> ({t('agencies.not-yet')})</span>}
      </>
    ),
  },
  { key: 'name', title: t('agencies.body-name'), cell: row => row.name },
  { key: 'short', title: t('agencies.body-short'), cell: row => row.shortName },
  { key: 'symbol', title: t('agencies.symbol'), cell: row => row.symbol },
  { key: 'code', title: t('agencies.body-code'), cell: row => row.code },
  { key: 'superior', title: t('agencies.body-superior'), cell: row => row.superior },
  { key: 'decision', title: t('agencies.by-decision'), cell: decisionText },
]

/** Every name the body has borne, the newest first; a paper prints the one of its day. */
export function NameHistory({ body, today }: { body: Body; today: string }) {
  return (
    <div className="stack">
      <h2>{t('agencies.names')}</h2>
      <p className="quiet">{t('agencies.names-why')}</p>
      <Table caption={t('agencies.names')} columns={columnsFor(today)} rows={body.names.toReversed()} keyOf={row => row.id} />
    </div>
  )
}
