import { printDate } from '../../../kernel/dates.ts'
import { printMoney } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { RecordLines, RecordsPanel, RecordsSum } from '../../../ui/components/records-panel.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { reportFigure } from '../queries/report-figure.ts'

type Shown = AnswerOf<typeof reportFigure>
type Props = { work: string; name: string; bounds: { from: string; to: string }; onClose: () => void }

/** What stands behind a line of the report, for those who keep the register. */
export function FigureRecords({ work, name, bounds, onClose }: Props) {
  const found = useAnswer<Shown>('honours.report-figure', { work, ...bounds })
  return (
    <RecordsPanel title={t('honours.figure-title')} onClose={onClose}>
      <Answered of={found}>{shown => <Records shown={shown} name={name} />}</Answered>
    </RecordsPanel>
  )
}

function Records({ shown: { records, benefits, elsewhere }, name }: { shown: Shown; name: string }) {
  return (
    <>
      <RecordsSum value={name} of={t(benefits ? 'honours.figure-days' : 'honours.figure-records', { count: records.length })} />
      {elsewhere > 0 && <p className="message">{t('honours.figure-elsewhere', { count: elsewhere })}</p>}
      {benefits && (
        <p className="quiet small">
          {t('honours.figure-benefits')} <Go to="/nguoi-co-uy-tin">{t('honours.title')}</Go>
        </p>
      )}
      <RecordLines
        records={records.map(({ id, day, sessions, turns, amount, programme }) => ({
          id,
          to: null,
          title: printDate(day),
          facts: [
            benefits ? t('honours.figure-turns', { turns }) : t('honours.gathering-said', { sessions, turns }),
            amount === null ? '' : printMoney(amount),
            programme,
          ],
        }))}
      />
    </>
  )
}
