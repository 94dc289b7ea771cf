import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { listProgrammes } from '../../programmes/queries/list.ts'
import { LOOK, SIGN } from './cell-view.tsx'
import { DutyCard } from './duty-card.tsx'
import './exchange.css'
import { ExchangeTabs } from './exchange-tabs.tsx'
import { MatrixTable } from './matrix-table.tsx'
import type { Cell, MatrixAnswer } from './types.ts'

type List = AnswerOf<typeof listProgrammes>
type Programme = List['programmes'][number]

/** Who sent what to whom, period by period. `?chuong-trinh=` and `?nam=` choose, `?viec=` opens a duty to prepare. */
export default function ExchangePage() {
  const found = useAnswer<List>('programmes.list', {})
  return (
    <Page title={t('exchange.title')} actions={<PrintButton />}>
      <ExchangeTabs open="packages" />
      <Answered of={found}>
        {({ programmes, can }) =>
          programmes.length > 0 ? <Chosen programmes={programmes} /> : <NoProgramme mayImport={can.import} />
        }
      </Answered>
    </Page>
  )
}

const NoProgramme = ({ mayImport }: { mayImport: boolean }) => (
  <EmptyPlace
    title={t('exchange.none-title')}
    help={t('exchange.none-help')}
    action={
      mayImport && (
        <ButtonLink to="/chuong-trinh/nhap" look="main">
          {t('exchange.import')}
        </ButtonLink>
      )
    }
  />
)

function Chosen({ programmes }: { programmes: readonly Programme[] }) {
  const [wanted, setProgramme] = useAddressWord('chuong-trinh')
  const [year] = useAddressWord('nam')
  const programme = programmes.find(one => one.id === wanted) ?? programmes[0]!
  const input = { programmeId: programme.id, ...(year ? { year: Number(year) } : {}) }
  const answer = useAnswer<MatrixAnswer>('exchange.matrix', input, { keepPrevious: true })
  return (
    <>
      {programmes.length > 1 && (
        <div className="no-print">
          <SelectField
            label={t('exchange.programme')}
            value={programme.id}
            onChange={setProgramme}
            empty={null}
            choices={programmes.map(one => ({ value: one.id, label: one.number ? `${one.title} (${one.number})` : one.title }))}
          />
        </div>
      )}
      <Answered of={answer}>{found => <MatrixView answer={found} />}</Answered>
    </>
  )
}

function YearField({ answer: { programme, year } }: { answer: MatrixAnswer }) {
  const [, setYear] = useAddressWord('nam')
  const count = programme.periodTo - programme.periodFrom + 1
  const years = Array.from({ length: count }, (_, at) => String(programme.periodFrom + at))
  return (
    <div className="duty-year no-print">
      <SelectField
        label={t('exchange.year')}
        value={String(year)}
        onChange={setYear}
        empty={null}
        choices={years.map(one => ({ value: one, label: one }))}
      />
    </div>
  )
}

function MatrixView({ answer }: { answer: MatrixAnswer }) {
  const [duty, setDuty] = useAddressWord('viec')
  const { programme, year, rows, own, parties } = answer
  const others = parties.filter(party => party.bodyId !== own)
  const open = (key: string) => {
    setDuty(key)
    scrollTo({ top: 0 })
  }
  return (
    <>
      <h2 className="paper-text">
        <Go to={`/chuong-trinh/${programme.id}`}>{programme.title}</Go> · {year}
      </h2>
      <YearField answer={answer} />
      {duty && <DutyCard key={duty} answer={answer} dutyKey={duty} onClose={() => setDuty('')} />}
      {rows.length === 0 ? (
        <EmptyPlace title={t('exchange.no-duties', { year })} help={t('exchange.no-duties-help')} />
      ) : (
        <>
          <MatrixTable answer={answer} from={own} onPrepare={open} />
          {others.map(party => (
            <MatrixTable key={party.bodyId} answer={answer} from={party.bodyId} onPrepare={open} />
          ))}
          <Legend />
        </>
      )}
    </>
  )
}

const STATES: readonly Cell['state'][] = ['on-time', 'late', 'sent', 'returned', 'missing', 'not-due']

const Legend = () => (
  <div className="quiet small">
    <p className="duty-legend">
      {STATES.map(state => (
        <span key={state} className={`state ${LOOK[state]}`.trim()}>
          <span aria-hidden="true">{SIGN[state]}</span> {t(`exchange.cell.${state}`)}
        </span>
      ))}
    </p>
    <p>{t('exchange.due-rule')}</p>
  </div>
)
