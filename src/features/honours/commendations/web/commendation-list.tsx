import { PrintButton } from '../../../../ui/components/print-button.tsx'
import '../../web/honours.css'
import { printDate } from '../../../../kernel/dates.ts'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { FilterChoice, WordsBox } from '../../../../ui/components/filters.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../../ui/components/places.tsx'
import { StateWord } from '../../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../../ui/components/table.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { STATES } from '../contract.ts'
import { FORMS } from '../forms.ts'
import type { commendations } from '../list.ts'

type List = AnswerOf<typeof commendations>
type Row = List['rows'][number]

/** Rounds of commendation: on which occasion, in which form, where each stands. */
export default function CommendationList() {
  const [words, setWords] = useAddressWord('tim')
  const [word, setState] = useAddressWord('tinh-trang')
  const state = STATES.find(one => one === word)
  const filters = { ...(words && { words }), ...(state && { state }) }
  const found = useAnswer<List>('honours.commendations', filters, { keepPrevious: true })
  const open = found.data?.can.open && (
    <ButtonLink to="/thi-dua/moi" look="main">
      {t('commendations.open')}
    </ButtonLink>
  )
  const clear = () => {
    setWords('')
    setState('')
  }
  return (
    <Page
      title={t('commendations.title')}
      actions={
        <>
          {open}
          <PrintButton />
        </>
      }
    >
      <div className="row honours-filters no-print">
        <WordsBox label={t('commendations.words')} value={words} onChange={setWords} />
        <FilterChoice
          label={t('commendations.state')}
          value={state ?? ''}
          onChange={setState}
          any={t('commendations.any-state')}
          choices={STATES.map(value => ({ value, label: t(`state.commendation-${value}`) }))}
        />
      </div>
      <Answered of={found}>
        {({ rows, today }) => {
          if (rows.length > 0)
            return <Table caption={t('commendations.title')} columns={columnsOf(today)} rows={rows} keyOf={row => row.id} />
          if (Object.keys(filters).length === 0)
            return <EmptyPlace title={t('commendations.none-title')} help={t('commendations.none-help')} action={open} />
          return (
            <div className="message row">
              <span>{t('commendations.none-match')}</span>
              <Button onClick={clear}>{t('commendations.show-all')}</Button>
            </div>
          )
        }}
      </Answered>
    </Page>
  )
}

const columnsOf = (today: string): readonly Column<Row>[] => [
  {
    key: 'occasion',
    title: t('commendations.occasion'),
    cell: row => (
      <>
        <Go to={`/thi-dua/${row.id}`}>{row.occasion}</Go>
        <div className="quiet small">{FORMS[row.form].name}</div>
      </>
    ),
    sort: row => row.occasion,
  },
  { key: 'keeper', title: t('commendations.keeper'), cell: row => row.keeper, sort: row => row.keeper },
  {
    key: 'state',
    title: t('commendations.state'),
    cell: row => <StateWord state={`commendation-${row.state}`} />,
    sort: row => t(`state.commendation-${row.state}`),
  },
  {
    key: 'due',
    title: t('commendations.due'),
    cell: row => <span className={row.dueOn && row.dueOn < today ? 'late' : undefined}>{row.dueOn && printDate(row.dueOn)}</span>,
    sort: row => row.dueOn,
  },
  {
    key: 'next',
    title: t('commendations.next'),
    cell: row => (row.ours && row.next ? t(`commendations.step-${row.next}`) : ''),
    sort: row => row.next,
  },
]
