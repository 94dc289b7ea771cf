import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Answered } from '../../../ui/components/places.tsx'
import { FigureButton, RecordLines, RecordsPanel, RecordsSum } from '../../../ui/components/records-panel.tsx'
import { t } from '../../../ui/messages/index.ts'
import { REPORT_PARTS, type ReportPart } from '../contract.ts'
import { parsePeriod, periodId, periodWords, type ReportPeriod } from '../periods.ts'
import type { reportFigure } from '../queries/report-figure.ts'

type Shown = AnswerOf<typeof reportFigure>
/** A figure of a period as the address names it: "2026-1.found". */
export type ChosenFigure = { period: ReportPeriod; fact: ReportPart }

const idOf = ({ period, fact }: ChosenFigure): string => `${periodId(period)}.${fact}`

export function parseFigure(text: string): ChosenFigure | null {
  const [id = '', part] = text.split('.')
  const [period, fact] = [parsePeriod(id), REPORT_PARTS.find(one => one === part)]
  return period && fact ? { period, fact } : null
}

type LineProps = {
  period: ReportPeriod & { figures: Record<ReportPart, number> }
  open: string
  onOpen: (figure: string) => void
}

/** What a report counts, each number opening the supervisions behind it. */
export const FigureLine = ({ period, open, onOpen }: LineProps) => (
  <div>
    {REPORT_PARTS.map((fact, at) => {
      const [text, id] = [t(`supervision.figure-${fact}`, { count: period.figures[fact] }), idOf({ period, fact })]
      return (
        <span key={fact}>
          {at > 0 && ' · '}
          {period.figures[fact] === 0 ? (
            text
          ) : (
            <FigureButton text={text} open={open === id} onOpen={() => onOpen(open === id ? '' : id)} />
          )}
        </span>
      )
    })}
  </div>
)

export function FigureRecords({ figure: { period, fact }, onClose }: { figure: ChosenFigure; onClose: () => void }) {
  const found = useAnswer<Shown>('supervision.report-figure', { year: period.year, quarter: period.quarter, fact })
  return (
    <RecordsPanel title={t('supervision.figure-title', { period: periodWords(period) })} onClose={onClose}>
      <Answered of={found}>
        {({ value, records }) => (
          <>
            <RecordsSum
              value={t(`supervision.figure-${fact}`, { count: value })}
              of={t('supervision.figure-count', { count: records.length })}
            />
            <RecordLines
              records={records.map(({ id, title, day, place, adds }) => ({
                id,
                to: `/giam-sat/${id}`,
                title,
                facts: [printDate(day), place, fact === 'works' ? '' : t(`supervision.figure-${fact}`, { count: adds })],
              }))}
            />
          </>
        )}
      </Answered>
    </RecordsPanel>
  )
}
