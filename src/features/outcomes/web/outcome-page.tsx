import { PrintButton } from '../../../ui/components/print-button.tsx'
import './outcomes.css'
import { printDate } from '../../../kernel/dates.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { WorkParts } from '../../activities/web/work-parts.tsx'
import { BordersChoice, BordersNote, NotAlike, NotAlikeNotes, useBorders } from '../../agencies/web/borders-choice.tsx'
import { OUTCOME_KEYS, OUTCOMES, type OutcomeKey, outcomeOf } from '../indicators.ts'
import type { table } from '../queries/table.ts'
import { TotalsPlot } from './totals-plot.tsx'

type Shown = AnswerOf<typeof table>
type Row = Shown['rows'][number]
type Report = Shown['columns'][number]
type Programmes = { programmes: { id: string; title: string; number: string | null }[] }

const isOutcome = (word: string): word is OutcomeKey => OUTCOME_KEYS.some(key => key === word)

/** One indicator by commune and year, each column with the official report that says it. ?chi-so=early-marriage&chuong-trinh=… */
export default function OutcomePage() {
  const [word, setWord] = useAddressWord('chi-so')
  const [programmeId, setProgramme] = useAddressWord('chuong-trinh')
  const borders = useBorders()
  const outcome = isOutcome(word) ? word : OUTCOME_KEYS[0]!
  const found = useAnswer<Shown>(
    'outcomes.table',
    { outcome, ...borders, ...(programmeId && { programmeId }) },
    { keepPrevious: true },
  )
  const programmes = useAnswer<Programmes>('programmes.list', {}).data?.programmes ?? []
  const record = found.data?.can.record && programmes.length > 0 && (
    <ButtonLink look="main" to={`/hoat-dong/chi-so/moi?chi-so=${outcome}`}>
      {t('outcomes.record')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('outcomes.title')}
      above={<WorkParts open="/hoat-dong/chi-so" />}
      actions={
        <>
          {record}
          {programmes[0] && (
            <DownloadLink look="plain" href={`/api/exports/outcomes/${programmeId || programmes[0].id}.xlsx`}>
              {t('outcomes.export')}
            </DownloadLink>
          )}
          <PrintButton />
        </>
      }
    >
      <div className="row filters-row no-print">
        <FilterChoice
          label={t('outcomes.indicator')}
          value={outcome}
          onChange={setWord}
          any={null}
          choices={OUTCOME_KEYS.map(key => ({ value: key, label: OUTCOMES[key].name }))}
        />
        {programmes.length > 1 && (
          <FilterChoice
            label={t('outcomes.programme')}
            value={programmeId}
            onChange={setProgramme}
            any={t('outcomes.any-programme')}
            choices={programmes.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
          />
        )}
        <BordersChoice />
      </div>
      <Answered of={found}>
        {shown =>
          shown.columns.length === 0 ? (
            <EmptyPlace title={t('outcomes.none-title')} help={t('outcomes.none-help')} action={record} />
          ) : (
            <Content shown={shown} outcome={outcome} />
          )
        }
      </Answered>
    </Page>
  )
}

function Content({ shown, outcome }: { shown: Shown; outcome: OutcomeKey }) {
  const { name, unit, measure } = outcomeOf(outcome)
  const { columns, rows } = shown
  const totals = Object.fromEntries(columns.map(one => [one.reportId, toldText(one.total)]))
  return (
    <>
      <p className="message">{t('outcomes.no-cause')}</p>
      {measure === 'count' && columns.length > 1 && <TotalsPlot columns={columns} unit={unit} />}
      <Table
        caption={`${name} (${unit})`}
        columns={columnsOf(columns)}
        rows={rows}
        keyOf={row => row.communeId}
        {...(measure === 'count' && { totals })}
      />
      <BordersNote />
      <NotAlikeNotes unlike={rows.flatMap(row => row.unlike).filter(one => one !== null)} />
      <p className="quiet small">{t('outcomes.hidden-help')}</p>
      <section className="card padded stack" aria-labelledby="sources">
        <h2 id="sources">{t('outcomes.sources')}</h2>
        <ul className="link-lines">
          {columns.map(one => (
            <Source key={one.reportId} report={one} />
          ))}
        </ul>
      </section>
    </>
  )
}

/** A cell that is not told shows a dash; one that the report does not name is empty. */
const toldText = (told: number | null | undefined): string => (told === undefined ? '' : told === null ? '–' : printNumber(told))

const columnsOf = (reports: readonly Report[]): readonly Column<Row>[] => [
  { key: 'commune', title: t('outcomes.commune'), cell: row => row.name, sort: row => row.name },
  ...reports.map(
    (report, at): Column<Row> => ({
      key: report.reportId,
      title: twice(reports, report) ? `${report.year} · ${report.enteredBy}` : String(report.year),
      cell: row => (row.unlike[at] ? <NotAlike unlike={row.unlike[at]} /> : toldText(row.cells[at])),
      sort: row => row.cells[at] ?? null,
      align: 'right',
    }),
  ),
]

/** Two parties may each hold a report of one year. */
const twice = (reports: readonly Report[], { year }: Report) => reports.filter(one => one.year === year).length > 1

function Source({ report: one }: { report: Report }) {
  const remove = useCommand<object, { version: number }>('outcomes.remove-report')
  const out = async () => {
    const sent = await remove.send({ reportId: one.reportId, version: one.version })
    if (!sent) return
    tellUndo(t('outcomes.removed'), 'outcomes.restore-report', { reportId: one.reportId, version: sent.answer.version })
  }
  const name = t('outcomes.source', { year: one.year, number: one.number })
  return (
    <li>
      <span>
        {name}
        <small className="quiet below">{[printDate(one.issuedOn), one.issuer, one.enteredBy].join(' · ')}</small>
        <Problem of={remove} />
      </span>
      {one.can.change && (
        <span className="row no-print source-acts">
          <ButtonLink look="plain" to={`/hoat-dong/chi-so/moi?sua=${one.reportId}`}>
            {t('outcomes.edit')}
          </ButtonLink>
          <Button look="plain" aria-label={t('outcomes.remove-named', { name })} onClick={() => void out()}>
            {t('outcomes.remove')}
          </Button>
        </span>
      )}
    </li>
  )
}
