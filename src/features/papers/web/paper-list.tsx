import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { nextText } from './next-step.ts'
import { PaperParts } from './paper-parts.tsx'
import type { List, ListedPaper } from './types.ts'
import './papers.css'

/** Papers that are being made, or (`?xem=da-ban-hanh`) those that have gone out; the latest first. */
export default function PaperList() {
  const [view] = useAddressWord('xem')
  const issued = view === 'da-ban-hanh'
  const found = useAnswer<List>('papers.list', { which: issued ? 'issued' : 'open' }, { keepPrevious: true })
  const enter = found.data?.can.enter && (
    <>
      <ButtonLink to="/van-ban/soan">{t('papers.write')}</ButtonLink>
      <ButtonLink to="/van-ban/moi">{t('papers.enter')}</ButtonLink>
    </>
  )
  const title = issued ? t('papers.part-issued') : t('papers.title')
  return (
    <Page
      title={title}
      above={<PaperParts open={issued ? '/van-ban?xem=da-ban-hanh' : '/van-ban'} />}
      actions={
        <>
          {enter}
          <PrintButton />
        </>
      }
    >
      <Answered of={found}>
        {({ papers }) =>
          papers.length === 0 ? (
            <EmptyPlace
              title={t(issued ? 'papers.none-issued' : 'papers.none-going')}
              help={t(issued ? 'papers.none-issued-help' : 'papers.none-going-help')}
            />
          ) : (
            <Table caption={title} columns={columnsOf()} rows={papers} keyOf={row => row.id} />
          )
        }
      </Answered>
    </Page>
  )
}

const columnsOf = (): readonly Column<ListedPaper>[] => [
  {
    key: 'title',
    title: t('papers.name'),
    cell: row => <Go to={`/van-ban/${row.id}`}>{row.title}</Go>,
    sort: row => row.title,
  },
  {
    key: 'number',
    title: t('papers.number'),
    cell: row => row.cited ?? <span className="quiet">{t('papers.no-number')}</span>,
    sort: row => row.cited,
    width: '12rem',
  },
  { key: 'dated', title: t('papers.dated'), cell: row => (row.dated ? printDate(row.dated) : ''), sort: row => row.dated },
  { key: 'issuers', title: t('papers.issuers'), cell: row => row.issuers.join('; '), sort: row => row.issuers.join() },
  {
    key: 'state',
    title: t('papers.state'),
    cell: row => <StateWord state={`paper-${row.state}`} />,
    sort: row => t(`state.paper-${row.state}`),
  },
  { key: 'next', title: t('papers.next'), cell: row => nextText(row.state, row.turn) },
]
