import { useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice, WordsBox } from '../../../ui/components/filters.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FORMS, SUPERVISION_STATES, type SupervisionForm, type SupervisionState } from '../contract.ts'
import { FORM_NAMES } from '../words.ts'

const STANDINGS = ['open', 'overdue'] as const
type Filters = {
  scope?: 'shared'
  stage?: SupervisionState
  standing?: (typeof STANDINGS)[number]
  form?: SupervisionForm
  year?: number
  words?: string
}

const oneOf = <Value extends string>(values: readonly Value[], word: string): word is Value => values.some(one => one === word)

type Setters = Record<'scope' | 'standing' | 'form' | 'year' | 'words', (value: string) => void>

/** Filters as they stand in the address: ?cua=ben-kia&tt=overdue&hinh-thuc=board&nam=2026&tim=… */
export function useSupervisionFilters(): [Filters, Setters, () => void] {
  const [scope, setScope] = useAddressWord('cua')
  const [standing, setStanding] = useAddressWord('tt')
  const [form, setForm] = useAddressWord('hinh-thuc')
  const [year, setYear] = useAddressWord('nam')
  const [words, setWords] = useAddressWord('tim')
  const filters: Filters = {
    ...(scope === 'ben-kia' && { scope: 'shared' as const }),
    ...(oneOf(STANDINGS, standing) && { standing }),
    ...(oneOf(SUPERVISION_STATES, standing) && { stage: standing }),
    ...(oneOf(FORMS, form) && { form }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(words && { words }),
  }
  const set = { scope: setScope, standing: setStanding, form: setForm, year: setYear, words: setWords }
  return [filters, set, () => Object.values(set).forEach(one => one(''))]
}

/** The filters, read as one sentence. */
export function SupervisionFilters() {
  const [{ scope, stage, standing, form, words }, set] = useSupervisionFilters()
  return (
    <div className="row supervision-filters no-print">
      <WordsBox label={t('supervision.words')} value={words ?? ''} onChange={set.words} />
      <FilterChoice
        label={t('supervision.scope')}
        value={scope ? 'ben-kia' : ''}
        onChange={set.scope}
        any={t('supervision.scope-own')}
        choices={[{ value: 'ben-kia', label: t('supervision.scope-shared') }]}
      />
      <FilterChoice
        label={t('supervision.filter-standing')}
        value={standing ?? stage ?? ''}
        onChange={set.standing}
        any={t('supervision.any-standing')}
        choices={[
          ...STANDINGS.map(value => ({ value, label: t(`supervision.standing-${value}`) })),
          ...SUPERVISION_STATES.map(value => ({ value, label: t(`state.${value}`) })),
        ]}
      />
      <FilterChoice
        label={t('supervision.form')}
        value={form ?? ''}
        onChange={set.form}
        any={t('supervision.any-form')}
        choices={FORMS.map(value => ({ value, label: FORM_NAMES[value] }))}
      />
    </div>
  )
}
