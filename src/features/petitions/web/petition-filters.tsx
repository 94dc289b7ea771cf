import { isIsoDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { FilterChoice, FoldedFilters, Narrowed, WordsBox } from '../../../ui/components/filters.tsx'
import { t } from '../../../ui/messages/index.ts'
import { BALANCE_PARTS, type BalancePart } from '../balance.ts'
import { ORIGINS, type Origin, PETITION_STATES, type PetitionState } from '../contract.ts'
import type { settings } from '../queries/settings.ts'
import { ORIGIN_NAMES } from '../words.ts'

const STANDINGS = ['open', 'overdue', 'confirmed'] as const
type Standing = (typeof STANDINGS)[number]

export type Filters = {
  scope?: 'shared'
  state?: PetitionState
  standing?: Standing
  field?: string
  communeId?: string
  origin?: Origin
  groupId?: string
  programmeId?: string
  from?: string
  to?: string
  part?: BalancePart
  words?: string
}

const oneOf = <Value extends string>(values: readonly Value[], word: string): word is Value =>
  values.some(value => value === word)

const NAMES = ['cua', 'tt', 'linh-vuc', 'xa', 'nguon', 'vu-viec', 'chuong-trinh', 'tu', 'den', 'phan', 'tim'] as const
type Name = (typeof NAMES)[number]

function useWords(): [Record<Name, string>, Record<Name, (value: string) => void>] {
  const pairs = {
    cua: useAddressWord('cua'),
    tt: useAddressWord('tt'),
    'linh-vuc': useAddressWord('linh-vuc'),
    xa: useAddressWord('xa'),
    nguon: useAddressWord('nguon'),
    'vu-viec': useAddressWord('vu-viec'),
    'chuong-trinh': useAddressWord('chuong-trinh'),
    tu: useAddressWord('tu'),
    den: useAddressWord('den'),
    phan: useAddressWord('phan'),
    tim: useAddressWord('tim'),
  }
  const take = <At extends 0 | 1>(at: At) =>
    Object.fromEntries(NAMES.map(name => [name, pairs[name][at]])) as Record<Name, (typeof pairs)[Name][At]>
  return [take(0), take(1)]
}

/** Filters as they stand in the address: ?tt=overdue&linh-vuc=roads&nguon=village&tu=2026-01-01&tim=… */
export function usePetitionFilters(): [Filters, Record<Name, (value: string) => void>, () => void] {
  const [word, set] = useWords()
  const filters: Filters = {
    ...(word.cua === 'ben-kia' && { scope: 'shared' as const }),
    ...(oneOf(PETITION_STATES, word.tt) && { state: word.tt }),
    ...(oneOf(STANDINGS, word.tt) && { standing: word.tt }),
    ...(word['linh-vuc'] && { field: word['linh-vuc'] }),
    ...(word.xa && { communeId: word.xa }),
    ...(oneOf(ORIGINS, word.nguon) && { origin: word.nguon }),
    ...(word['vu-viec'] && { groupId: word['vu-viec'] }),
    ...(word['chuong-trinh'] && { programmeId: word['chuong-trinh'] }),
    ...(isIsoDate(word.tu) && { from: word.tu }),
    ...(isIsoDate(word.den) && { to: word.den }),
    ...(oneOf(BALANCE_PARTS, word.phan) && { part: word.phan }),
    ...(word.tim && { words: word.tim }),
  }
  return [filters, set, () => NAMES.forEach(name => word[name] && set[name](''))]
}

/** The filters, read as one sentence. */
export function PetitionFilters() {
  const [filters, set, clear] = usePetitionFilters()
  const { data } = useAnswer<AnswerOf<typeof settings>>('petitions.settings', {})
  const { part, from, to, groupId, communeId, field, origin, state, standing, scope, words } = filters
  const opened = part
    ? t('petitions.of-part', { part: t(`petitions.part-${part}`), from: from ?? '', to: to ?? '' })
    : groupId
      ? t('petitions.of-group')
      : communeId
        ? t('petitions.of-commune')
        : null
  return (
    <div className="stack no-print">
      {opened && (
        <Narrowed showAll={t('petitions.show-all')} clear={clear}>
          {opened}
        </Narrowed>
      )}
      <div className="row petition-filters">
        <WordsBox label={t('petitions.words')} value={words ?? ''} onChange={set.tim} />
        <FoldedFilters
          label={t('petitions.filter')}
          className="row petition-filters"
          open={Boolean(scope || standing || state || field || origin || from || to)}
        >
          <FilterChoice
            label={t('petitions.scope')}
            value={scope ? 'ben-kia' : ''}
            onChange={set.cua}
            any={t('petitions.scope-own')}
            choices={[{ value: 'ben-kia', label: t('petitions.scope-shared') }]}
          />
          <FilterChoice
            label={t('petitions.filter-standing')}
            value={standing ?? state ?? ''}
            onChange={set.tt}
            any={t('petitions.any-standing')}
            choices={[
              ...STANDINGS.map(value => ({ value, label: t(`petitions.standing-${value}`) })),
              ...PETITION_STATES.map(value => ({ value, label: t(`state.${value}`) })),
            ]}
          />
          <FilterChoice
            label={t('petitions.filter-field')}
            value={field ?? ''}
            onChange={set['linh-vuc']}
            any={t('petitions.any-field')}
            choices={(data?.fields ?? []).map(one => ({ value: one.key, label: one.name }))}
          />
          <FilterChoice
            label={t('petitions.filter-origin')}
            value={origin ?? ''}
            onChange={set.nguon}
            any={t('petitions.any-origin')}
            choices={ORIGINS.map(value => ({ value, label: ORIGIN_NAMES[value] }))}
          />
          <DateField label={t('petitions.from')} help="" value={from ?? null} onChange={day => set.tu(day ?? '')} />
          <DateField label={t('petitions.to')} help="" value={to ?? null} onChange={day => set.den(day ?? '')} />
        </FoldedFilters>
      </div>
    </div>
  )
}
