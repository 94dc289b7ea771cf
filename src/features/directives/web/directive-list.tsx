import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { FilterChoice, WordsBox } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { STANDINGS } from '../contract.ts'
import type { list } from '../queries/list.ts'
import { nameOfDirective } from '../words.ts'
import { DirectiveParts } from './directive-parts.tsx'

type List = AnswerOf<typeof list>
type Row = List['directives'][number]
type Programmes = { programmes: { id: string; title: string; number: string | null }[] }

/** Documents that the programmes cite, with how much carries each out. Filters: ?chuong-trinh=…&hieu-luc=replaced&tim=… */
export default function DirectiveList() {
  const [programmeId, setProgramme] = useAddressWord('chuong-trinh')
  const [validity, setValidity] = useAddressWord('hieu-luc')
  const [words, setWords] = useAddressWord('tim')
  const filters = {
    ...(programmeId && { programmeId }),
    ...(STANDINGS.some(one => one === validity) && { validity }),
    ...(words && { words }),
  }
  const found = useAnswer<List>('directives.list', { ...filters, totals: false }, { keepPrevious: true })
  const counted = useAnswer<List>('directives.list', filters, { keepPrevious: true }).data?.directives
  const counts = new Map(counted?.map(one => [one.id, one.activities]))
  const programmes = useAnswer<Programmes>('programmes.list', {}).data?.programmes ?? []
  const add = found.data?.can.add && programmes.length > 0 && (
    <>
      <ButtonLink look="main" to="/van-ban-chi-dao/de-xuat">
        {t('directives.from-text')}
      </ButtonLink>
      <ButtonLink to="/van-ban-chi-dao/moi">{t('directives.add')}</ButtonLink>
    </>
  )
  return (
    <Page
      title={t('directives.title')}
      above={<DirectiveParts open="/van-ban-chi-dao" />}
      actions={
        <>
          {add}
          <PrintButton />
        </>
      }
    >
      <div className="row filters-row no-print">
        <WordsBox label={t('directives.words')} value={words} onChange={setWords} />
        {programmes.length > 1 && (
          <FilterChoice
            label={t('directives.programme')}
            value={programmeId}
            onChange={setProgramme}
            any={t('directives.any-programme')}
            choices={programmes.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
          />
        )}
        <FilterChoice
          label={t('directives.validity')}
          value={validity}
          onChange={setValidity}
          any={t('directives.any-validity')}
          choices={STANDINGS.map(value => ({ value, label: t(`directives.validity-${value}`) }))}
        />
      </div>
      <Answered of={found}>
        {({ directives }) => {
          if (directives.length > 0)
            return <Table caption={t('directives.title')} columns={columnsOf(counts)} rows={directives} keyOf={row => row.id} />
          if (Object.keys(filters).length === 0)
            return <EmptyPlace title={t('directives.none-title')} help={t('directives.none-help')} action={add} />
          return <p className="message">{t('directives.none-match')}</p>
        }}
      </Answered>
    </Page>
  )
}

/** The lines do not wait for `counts`. */
const columnsOf = (counts: ReadonlyMap<string, number | null>): readonly Column<Row>[] => [
  {
    key: 'name',
    title: t('directives.document'),
    cell: row => (
      <>
        <Go to={`/van-ban-chi-dao/${row.id}`}>{nameOfDirective(row)}</Go>
        {row.number && row.subject && <div className="quiet small">{row.subject}</div>}
      </>
    ),
    sort: row => nameOfDirective(row),
  },
  {
    key: 'day',
    title: t('directives.issued'),
    cell: row => (row.issuedOn ? printDate(row.issuedOn) : ''),
    sort: row => row.issuedOn,
    width: '7rem',
  },
  { key: 'issuer', title: t('directives.issuer'), cell: row => row.issuer, sort: row => row.issuer },
  {
    key: 'clauses',
    title: t('directives.clauses-count'),
    cell: row => row.clauses,
    sort: row => row.clauses,
    align: 'right',
    width: '6rem',
  },
  {
    key: 'activities',
    title: t('directives.activities-count'),
    cell: row => counts.get(row.id) ?? '…',
    sort: row => counts.get(row.id) ?? 0,
    align: 'right',
    width: '6rem',
  },
  {
    key: 'standing',
    title: t('directives.validity'),
    cell: row => <StateWord state={row.standing} />,
    sort: row => t(`state.${row.standing}`),
  },
  { key: 'programme', title: t('directives.programme'), cell: row => row.programme.name, sort: row => row.programme.name },
]
