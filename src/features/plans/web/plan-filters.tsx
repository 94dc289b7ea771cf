import { useAddressWord } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Item, Party } from './item-words.ts'

const STATES = ['undated', 'late', 'to-do', 'silent', 'going-on', 'done', 'not-due', 'dropped'] as const
const QUARTERS = ['I', 'II', 'III', 'IV'] as const

export type PlanFilters = { party: string; state: string; quarter: string }

/** Filters as they stand in the address: ?ben=…&trangthai=…&quy=… */
export function usePlanFilters(): [PlanFilters, Record<keyof PlanFilters, (value: string) => void>, () => void] {
  const [party, setParty] = useAddressWord('ben')
  const [state, setState] = useAddressWord('trangthai')
  const [quarter, setQuarter] = useAddressWord('quy')
  const clear = () => {
    setParty('')
    setState('')
    setQuarter('')
  }
  return [{ party, state, quarter }, { party: setParty, state: setState, quarter: setQuarter }, clear]
}

const quarterOf = (day: string | null) => (day ? QUARTERS[Math.ceil(Number(day.slice(5, 7)) / 3) - 1] : null)

/** Whether an item stands in the list under these filters. What runs all year stands in every quarter. */
export function passes(item: Item, { party, state, quarter }: PlanFilters): boolean {
  if (party && !item.leadBodies.includes(party)) return false
  if (state === 'undated' ? item.timing !== 'undated' || item.droppedReason !== null : state && item.progress.state !== state)
    return false
  return !quarter || item.timing === 'continuous' || quarterOf(item.dueOn) === quarter
}

/** The filters, read as one sentence. */
export function FilterSentence({ parties }: { parties: readonly Party[] }) {
  const [{ party, state, quarter }, set] = usePlanFilters()
  const stateWords = (one: (typeof STATES)[number]) => (one === 'dropped' ? t('plans.dropped-state') : t(`state.${one}`))
  return (
    <div className="row filter-sentence no-print">
      <Choice label={t('plans.filter-party')} value={party} onChange={set.party} any={t('plans.any-party')}>
        {parties.map(one => [one.bodyId, t('plans.led-by', { name: one.shortName })])}
      </Choice>
      <Choice label={t('plans.filter-state')} value={state} onChange={set.state} any={t('plans.any-state')}>
        {STATES.map(one => [one, stateWords(one)])}
      </Choice>
      <Choice label={t('plans.filter-quarter')} value={quarter} onChange={set.quarter} any={t('plans.any-quarter')}>
        {QUARTERS.map(roman => [roman, t('plans.quarter', { roman })])}
      </Choice>
    </div>
  )
}

type ChoiceProps = {
  label: string
  value: string
  any: string
  onChange: (value: string) => void
  children: (readonly [string, string])[]
}

const Choice = ({ label, value, any, onChange, children }: ChoiceProps) => (
  <select className="box" aria-label={label} value={value} onChange={event => onChange(event.target.value)}>
    <option value="">{any}</option>
    {children.map(([key, words]) => (
      <option key={key} value={key}>
        {words}
      </option>
    ))}
  </select>
)
