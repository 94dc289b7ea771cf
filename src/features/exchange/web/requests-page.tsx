import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { REQUEST_STATES } from '../requests/contract.ts'
import './exchange.css'
import { ExchangeTabs } from './exchange-tabs.tsx'
import { RequestState } from './request-state.tsx'
import type { RequestLine, RequestsAnswer } from './request-types.ts'

/** What the parties have asked of others. `?chuong-trinh=`, `?dieu-khoan=` and `?trang-thai=` choose. */
export default function RequestsPage() {
  const [programmeId] = useAddressWord('chuong-trinh')
  const [clausePath] = useAddressWord('dieu-khoan')
  const input = { ...(programmeId ? { programmeId } : {}), ...(clausePath ? { clausePath } : {}) }
  const found = useAnswer<RequestsAnswer>('exchange.requests', input, { keepPrevious: true })
  const query = new URLSearchParams(
    Object.entries({ 'chuong-trinh': programmeId, 'dieu-khoan': clausePath }).filter(([, word]) => word),
  )
  return (
    <Page
      title={t('exchange.requests')}
      actions={
        <>
          <PrintButton />
          {found.data?.can.write && (
            <ButtonLink to={`/trao-doi/de-nghi/moi?${query}`} look="main">
              {t('exchange.request-new')}
            </ButtonLink>
          )}
        </>
      }
    >
      <ExchangeTabs open="requests" />
      <Answered of={found}>{answer => <Requests answer={answer} />}</Answered>
    </Page>
  )
}

const LATE = 'late'

function Requests({ answer }: { answer: RequestsAnswer }) {
  const [state, setState] = useAddressWord('trang-thai')
  const [clause, setClause] = useAddressWord('dieu-khoan')
  if (answer.requests.length === 0 && !clause)
    return <EmptyPlace title={t('exchange.no-requests')} help={t('exchange.no-requests-help')} />
  const shown = answer.requests.filter(one => state === '' || (state === LATE ? one.late : one.state === state))
  return (
    <>
      <div className="row no-print">
        <SelectField
          label={t('exchange.request-state')}
          empty={t('exchange.any-state')}
          value={state}
          onChange={setState}
          choices={[...REQUEST_STATES, LATE].map(one => ({ value: one, label: t(`state.${one}` as 'state.sent') }))}
        />
        {clause && (
          <Button look="plain" onClick={() => setClause('')}>
            {t('exchange.any-clause', { cite: citeClause(clause) })}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="quiet">{t('exchange.no-requests-found')}</p>
      ) : (
        <Table caption={t('exchange.requests')} columns={columns()} rows={shown} keyOf={one => one.id} />
      )}
    </>
  )
}

const columns = (): Column<RequestLine>[] => [
  {
    key: 'to',
    title: t('exchange.request-to'),
    cell: one => <Go to={`/trao-doi/de-nghi/${one.id}`}>{one.toName}</Go>,
    sort: one => one.toName,
  },
  { key: 'what', title: t('exchange.request-content'), cell: one => one.content },
  {
    key: 'from',
    title: t('exchange.request-from'),
    cell: one => (
      <span className="marks">
        {one.sides.map(side => (
          <Mark key={side.bodyId} position={side.position} duty="lead" name={side.shortName} />
        ))}
      </span>
    ),
  },
  {
    key: 'clause',
    title: t('exchange.request-clause'),
    cell: one =>
      one.clausePath && (
        <Go to={`/chuong-trinh/${one.programmeId}#${encodeURIComponent(one.clausePath)}`}>{citeClause(one.clausePath)}</Go>
      ),
  },
  { key: 'sent', title: t('exchange.request-sent'), cell: letterText, sort: one => one.sentOn ?? '' },
  {
    key: 'due',
    title: t('exchange.request-due'),
    cell: one => (one.dueOn ? printDate(one.dueOn) : ''),
    sort: one => one.dueOn ?? '',
  },
  { key: 'state', title: t('exchange.request-state'), cell: one => <RequestState {...one} /> },
]

/** "112/SDTTG-CS, 18/04/2026" */
const letterText = ({ number, sentOn }: Pick<RequestLine, 'number' | 'sentOn'>): string =>
  sentOn ? `${number}, ${printDate(sentOn)}` : ''
