import { citeClause } from '../../../kernel/cite-clause.ts'
import { isIsoDate } from '../../../kernel/dates.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { FilterChoice, FoldedFilters, Narrowed, WordsBox } from '../../../ui/components/filters.tsx'
import { t } from '../../../ui/messages/index.ts'
import { usePlaces } from '../../agencies/web/places-field.tsx'
import { kindNow } from '../kind-book.ts'
import { useKinds } from './use-kinds.ts'

export type Filters = {
  itemId?: string
  clausePath?: string
  programmeId?: string
  bodyId?: string
  kind?: string
  from?: string
  to?: string
  words?: string
  placeId?: string
  answer?: 'none'
}

/** What only an address opened from elsewhere narrows to. */
const OPENED_BY = ['muc', 'dieu', 'xa'] as const
const NAMES = ['muc', 'dieu', 'chuong-trinh', 'ben', 'loai', 'tu', 'den', 'tim', 'xa', 'tra-loi'] as const
/** In the address: what has no answer yet. */
const UNANSWERED = 'chua'

/** Filters as they stand in the address: ?muc=…&dieu=II/1&ben=…&loai=…&tu=2026-01-01&den=…&tim=…&xa=…&tra-loi=chua */
export function useActivityFilters(): [Filters, Record<(typeof NAMES)[number], (value: string) => void>, () => void] {
  const [muc, setItem] = useAddressWord('muc')
  const [dieu, setClause] = useAddressWord('dieu')
  const [programme, setProgramme] = useAddressWord('chuong-trinh')
  const [ben, setBody] = useAddressWord('ben')
  const [loai, setKind] = useAddressWord('loai')
  const [tu, setFrom] = useAddressWord('tu')
  const [den, setTo] = useAddressWord('den')
  const [tim, setWords] = useAddressWord('tim')
  const [xa, setPlace] = useAddressWord('xa')
  const [answered, setAnswered] = useAddressWord('tra-loi')
  const set = {
    muc: setItem,
    dieu: setClause,
    'chuong-trinh': setProgramme,
    ben: setBody,
    loai: setKind,
    tu: setFrom,
    den: setTo,
    tim: setWords,
    xa: setPlace,
    'tra-loi': setAnswered,
  }
  const filters: Filters = {
    ...(muc && { itemId: muc }),
    ...(dieu && { clausePath: dieu }),
    ...(programme && { programmeId: programme }),
    ...(ben && { bodyId: ben }),
    ...(loai && { kind: loai }),
    ...(isIsoDate(tu) && { from: tu }),
    ...(isIsoDate(den) && { to: den }),
    ...(tim && { words: tim }),
    ...(xa && { placeId: xa }),
    ...(answered === UNANSWERED && { answer: 'none' as const }),
  }
  return [filters, set, () => NAMES.forEach(name => set[name](''))]
}

/** The filters, read as one sentence. */
export function ActivityFilters() {
  const [{ itemId, clausePath, bodyId, kind, from, to, words, placeId, answer }, set] = useActivityFilters()
  const book = useKinds()
  const known = [...new Set(book.map(one => one.key))].flatMap(key => kindNow(book, key) ?? [])
  return (
    <div className="stack no-print">
      {(itemId || clausePath || placeId) && (
        <Narrowed showAll={t('activities.show-all')} clear={() => OPENED_BY.forEach(name => set[name](''))}>
          {clausePath && t('activities.of-clause', { clause: citeClause(clausePath) })}
          {itemId && !clausePath && t('activities.of-item')} {placeId && <OfPlace placeId={placeId} />}
        </Narrowed>
      )}
      <div className="row activity-filters">
        <WordsBox label={t('activities.words')} value={words ?? ''} onChange={set.tim} />
        <FoldedFilters
          label={t('activities.filter')}
          className="row activity-filters"
          open={Boolean(bodyId || kind || from || to || answer)}
        >
          <FilterChoice
            label={t('activities.filter-body')}
            value={bodyId ?? ''}
            onChange={set.ben}
            any={t('activities.any-body')}
            choices={[{ value: me().body.id, label: t('activities.of-us') }]}
          />
          <FilterChoice
            label={t('activities.filter-kind')}
            value={kind ?? ''}
            onChange={set.loai}
            any={t('activities.any-kind')}
            choices={known.map(one => ({ value: one.key, label: one.name }))}
          />
          <FilterChoice
            label={t('activities.filter-answer')}
            value={answer ? UNANSWERED : ''}
            onChange={set['tra-loi']}
            any={t('activities.any-answer')}
            choices={[{ value: UNANSWERED, label: t('activities.unanswered') }]}
          />
          <DateField label={t('activities.from')} help="" value={from ?? null} onChange={day => set.tu(day ?? '')} />
          <DateField label={t('activities.to')} help="" value={to ?? null} onChange={day => set.den(day ?? '')} />
        </FoldedFilters>
      </div>
    </div>
  )
}

function OfPlace({ placeId }: { placeId: string }) {
  const place = usePlaces().data?.places.find(one => one.id === placeId)
  return t('activities.of-place', { place: place?.name ?? '' })
}
