import { PrintButton } from '../../../ui/components/print-button.tsx'
import './movements.css'
import { daysBetween, printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { FilterChoice, WordsBox } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { WorkParts } from '../../activities/web/work-parts.tsx'
import { MOVEMENT_KINDS } from '../contract.ts'
import type { list } from '../queries/list.ts'
import { KIND_NAMES } from '../words.ts'

type List = AnswerOf<typeof list>
type Row = List['movements'][number]
const MOST = 1000
const STANDINGS = ['open', 'overdue'] as const
const oneOf = <Value extends string>(values: readonly Value[], word: string) => values.find(value => value === word)

/** Filters as they stand in the address: ?loai=model&tt=overdue&cua=ben-kia&tim=… */
function useFilters() {
  const [scope, setScope] = useAddressWord('cua')
  const [kind, setKind] = useAddressWord('loai')
  const [standing, setStanding] = useAddressWord('tt')
  const [words, setWords] = useAddressWord('tim')
  const given = {
    scope: { 'ben-kia': 'shared', minh: 'own' }[scope],
    sort: oneOf(MOVEMENT_KINDS, kind),
    standing: oneOf(STANDINGS, standing),
    words: words || undefined,
  }
  const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { filters, words: { scope, kind, standing, words }, set: { setScope, setKind, setStanding, setWords } }
}

/** Campaigns, movements, twinnings and models, the latest first. */
export default function MovementList() {
  const { filters, words, set } = useFilters()
  const found = useAnswer<List>('movements.list', { ...filters, limit: MOST }, { keepPrevious: true })
  const register = found.data?.can.register && (
    <ButtonLink to={`/hoat-dong/phong-trao/moi${words.kind ? `?loai=${words.kind}` : ''}`} look="main">
      {t('movements.register')}
    </ButtonLink>
  )
  const programme = useAnswer<{ programmes: { id: string }[] }>('programmes.list', {}).data?.programmes[0]
  const clear = () => Object.values(set).forEach(one => one(''))
  return (
    <Page
      title={t('movements.title')}
      above={<WorkParts open="/hoat-dong/phong-trao" />}
      actions={
        <>
          {register}
          {programme && (
            <DownloadLink look="plain" href={`/api/exports/movements/${programme.id}.xlsx`}>
              {t('movements.export')}
            </DownloadLink>
          )}
          <PrintButton />
        </>
      }
    >
      <Filters words={words} set={set} />
      <Answered of={found}>
        {({ movements, today }) => {
          if (movements.length > 0)
            return <Table caption={t('movements.title')} columns={columnsOf(today)} rows={movements} keyOf={row => row.id} />
          if (Object.keys(filters).length === 0)
            return <EmptyPlace title={t('movements.none-title')} help={t('movements.none-help')} action={register} />
          return (
            <div className="message row">
              <span>{t('movements.none-match')}</span>
              <Button onClick={clear}>{t('movements.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

const Filters = ({ words, set }: Omit<ReturnType<typeof useFilters>, 'filters'>) => (
  <div className="row filters-row no-print">
    <WordsBox label={t('movements.words')} value={words.words} onChange={set.setWords} />
    <FilterChoice
      label={t('movements.kind')}
      value={words.kind}
      onChange={set.setKind}
      any={t('movements.any-kind')}
      choices={MOVEMENT_KINDS.map(value => ({ value, label: KIND_NAMES[value].toLowerCase() }))}
    />
    <FilterChoice
      label={t('movements.scope')}
      value={words.scope}
      onChange={set.setScope}
      any={t('movements.any-scope')}
      choices={[
        { value: 'minh', label: t('movements.scope-own') },
        { value: 'ben-kia', label: t('movements.scope-shared') },
      ]}
    />
    <FilterChoice
      label={t('movements.standing')}
      value={words.standing}
      onChange={set.setStanding}
      any={t('movements.any-standing')}
      choices={STANDINGS.map(value => ({ value, label: t(`movements.standing-${value}`) }))}
    />
  </div>
)

export const termText = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string =>
  endsOn ? `${printDate(startsOn)} – ${printDate(endsOn)}` : t('movements.term-open', { day: startsOn })

const dueText = ({ due }: Row, today: string): string => {
  if (due === null) return ''
  const late = daysBetween(due.dueOn, today)
  const what = t('movements.due-year', { year: due.year, day: due.dueOn })
  return late > 0 ? `${what} · ${t('movements.days-late', { days: late })}` : what
}

const columnsOf = (today: string): readonly Column<Row>[] => [
  {
    key: 'title',
    title: t('movements.name'),
    cell: row => (
      <>
        <Go to={`/hoat-dong/phong-trao/${row.id}`}>{row.title}</Go>
        <div className="quiet small">{[KIND_NAMES[row.kind], row.keeper].filter(Boolean).join(' · ')}</div>
      </>
    ),
    sort: row => row.title,
  },
  { key: 'place', title: t('movements.place'), cell: row => row.place, sort: row => row.place },
  { key: 'term', title: t('movements.term'), cell: termText, sort: row => row.startsOn, width: '12rem' },
  {
    key: 'activities',
    title: t('movements.activities-count'),
    cell: row => row.activities,
    sort: row => row.activities,
    align: 'right',
    width: '6rem',
  },
  {
    key: 'standing',
    title: t('movements.state'),
    cell: row => <StateWord state={row.standing} />,
    sort: row => t(`state.${row.standing}`),
  },
  {
    key: 'due',
    title: t('movements.due'),
    cell: row => <span className={row.due && row.due.dueOn < today ? 'late' : undefined}>{dueText(row, today)}</span>,
    sort: row => row.due?.dueOn ?? null,
  },
  { key: 'owner', title: t('movements.owner'), cell: row => row.owner, sort: row => row.owner },
]
