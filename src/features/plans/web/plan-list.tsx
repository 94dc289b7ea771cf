import './plans.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { list } from '../queries/list.ts'
import { planState } from './agreement-bar.tsx'
import { DraftYear } from './draft-year.tsx'

type Programme = AnswerOf<typeof list>['programmes'][number]
type PlanRow = Programme['plans'][number]

/** Every programme with the plans of its years, and the year that can be drafted next. */
export default function PlanList() {
  const found = useAnswer<AnswerOf<typeof list>>('plans.list', {})
  return (
    <Page title={t('plans.title')}>
      <Answered of={found}>
        {({ programmes, thisYear, can }) =>
          programmes.length > 0 ? (
            programmes.map(programme => <ProgrammePlans key={programme.id} programme={programme} thisYear={thisYear} />)
          ) : (
            <EmptyPlace
              title={t('plans.none-title')}
              help={t('plans.none-help')}
              action={
                can.work && (
                  <ButtonLink to="/chuong-trinh/nhap" look="main">
                    {t('plans.import')}
                  </ButtonLink>
                )
              }
            />
          )
        }
      </Answered>
    </Page>
  )
}

const columnsOf = (): readonly Column<PlanRow>[] => [
  { key: 'year', title: t('plans.year'), cell: row => <Go to={`/ke-hoach/${row.id}`}>{row.year}</Go>, sort: row => row.year },
  { key: 'state', title: t('plans.state'), cell: row => <StateWord state={planState(row.state)} /> },
  { key: 'items', title: t('plans.items'), cell: row => row.items, align: 'right', sort: row => row.items },
  { key: 'done', title: t('plans.done'), cell: row => row.done, align: 'right', sort: row => row.done },
  {
    key: 'late',
    title: t('plans.late'),
    cell: row => <span className={row.late > 0 ? 'late' : ''}>{row.late}</span>,
    align: 'right',
    sort: row => row.late,
  },
  { key: 'undated', title: t('plans.undated'), cell: row => row.undated, align: 'right', sort: row => row.undated },
]

function ProgrammePlans({ programme, thisYear }: { programme: Programme; thisYear: number }) {
  const { id, title, plans, periodFrom, periodTo } = programme
  const year = nextYear(programme.can.draft, thisYear)
  return (
    <section className="stack" aria-labelledby={`plans-of-${id}`}>
      <div>
        <h2 id={`plans-of-${id}`} className="paper-text">
          <Go to={`/chuong-trinh/${id}`}>{title}</Go>
        </h2>
        <p className="quiet">{t('plans.period', { from: periodFrom, to: periodTo })}</p>
      </div>
      {plans.length > 0 ? (
        <Table caption={t('plans.of-programme')} columns={columnsOf()} rows={plans} keyOf={row => row.id} />
      ) : (
        <p className="message">{t('plans.none-yet')}</p>
      )}
      {year !== undefined && <DraftYear programmeId={id} year={year} look={plans.length > 0 ? 'other' : 'main'} />}
    </section>
  )
}

/** The next year without a plan: this one, else the first after it, else the last that was left out. */
function nextYear(free: readonly number[], now: number): number | undefined {
  return free.find(year => year >= now) ?? free.at(-1)
}
