import { PrintButton } from '../../../ui/components/print-button.tsx'
import './honours.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { COMMUNE_KINDS } from '../../agencies/places/contract.ts'
import { usePlaces } from '../../agencies/web/places-field.tsx'
import type { list } from '../queries/list.ts'

type List = AnswerOf<typeof list>
type Row = List['rows'][number]

/** The register by village: which decision recognises somebody there. No name stands here. */
export default function RecognisedList() {
  const [commune, setCommune] = useAddressWord('xa')
  const [year, setYear] = useAddressWord('nam')
  const [ended, setEnded] = useAddressWord('ket-thuc')
  const filters = {
    ...(commune && { communeId: commune }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(ended && { ended: true }),
  }
  const found = useAnswer<List>('honours.list', filters, { keepPrevious: true })
  const communes = usePlaces(COMMUNE_KINDS).data?.places ?? []
  const load = found.data?.can.load && (
    <ButtonLink to="/nguoi-co-uy-tin/nap" look="main">
      {t('honours.load')}
    </ButtonLink>
  )
  const clear = () => {
    setCommune('')
    setYear('')
    setEnded('')
  }
  return (
    <Page title={t('honours.title')} actions={<Actions load={load} />}>
      <div className="row honours-filters no-print">
        <FilterChoice
          label={t('honours.commune')}
          value={commune}
          onChange={setCommune}
          any={t('honours.any-commune')}
          choices={communes.map(place => ({ value: place.id, label: place.name }))}
        />
        <FilterChoice
          label={t('honours.year')}
          value={year}
          onChange={setYear}
          any={t('honours.any-year')}
          choices={(found.data?.years ?? []).map(one => ({ value: String(one), label: String(one) }))}
        />
        <FilterChoice
          label={t('honours.filter-standing')}
          value={ended ? '1' : ''}
          onChange={setEnded}
          any={t('honours.standing')}
          choices={[{ value: '1', label: t('honours.ended-rows') }]}
        />
      </div>
      <Answered of={found}>
        {({ rows }) => {
          if (rows.length > 0)
            return (
              <>
                <p className="quiet no-print">{t('honours.names-help')}</p>
                <Table caption={t('honours.title')} columns={columnsOf()} rows={rows} keyOf={row => row.id} />
              </>
            )
          if (Object.keys(filters).length === 0)
            return <EmptyPlace title={t('honours.none-title')} help={t('honours.none-help')} action={load} />
          return (
            <div className="message row">
              <span>{t('honours.none-match')}</span>
              <Button onClick={clear}>{t('honours.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

const Actions = ({ load }: { load: React.ReactNode }) => (
  <>
    {load}
    <ButtonLink to="/nguoi-co-uy-tin/quyet-dinh">{t('honours.lists')}</ButtonLink>
    <ButtonLink to="/nguoi-co-uy-tin/so-lieu">{t('honours.report')}</ButtonLink>
    <PrintButton />
  </>
)

const columnsOf = (): readonly Column<Row>[] => [
  {
    key: 'village',
    title: t('honours.village'),
    cell: row => <Go to={`/nguoi-co-uy-tin/${row.id}`}>{row.village}</Go>,
    sort: row => row.village,
  },
  { key: 'commune', title: t('honours.commune'), cell: row => row.commune, sort: row => row.commune },
  {
    key: 'decision',
    title: t('honours.decision'),
    cell: row => t('honours.decision-said', { number: row.decisionNumber, day: row.decidedOn }),
    sort: row => row.decidedOn,
  },
  { key: 'year', title: t('honours.year'), cell: row => row.year, sort: row => row.year, align: 'right', width: '8rem' },
  {
    key: 'ended',
    title: t('honours.ended'),
    cell: row => row.endedOn && row.endedBy && t(`honours.ended-${row.endedBy}`, { day: row.endedOn }),
    sort: row => row.endedOn,
  },
  {
    key: 'give',
    title: t('honours.give'),
    cell: row =>
      row.endedOn === null && (
        <Go to={`/nguoi-co-uy-tin/${row.id}/tham-hoi`} aria-label={`${t('honours.give')}: ${row.village}`}>
          {t('honours.give')}
        </Go>
      ),
  },
]
