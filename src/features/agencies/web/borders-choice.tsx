import { useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice } from '../../../ui/components/filters.tsx'
import { t } from '../../../ui/messages/index.ts'

/** In the address: figures on the borders of today. */
const NOW = 'hien-nay'

/** As a query takes it: on the borders of the day of each figure, or on those of today. ?dia-gioi=hien-nay */
export function useBorders(): { borders?: 'now' } {
  const [word] = useAddressWord('dia-gioi')
  return word === NOW ? { borders: 'now' } : {}
}

/** The switch between the borders of the day and those of today. */
export function BordersChoice() {
  const [word, setWord] = useAddressWord('dia-gioi')
  return (
    <FilterChoice
      label={t('places.borders')}
      value={word}
      onChange={setWord}
      any={t('places.borders-then')}
      choices={[{ value: NOW, label: t('places.borders-now') }]}
    />
  )
}

/** What the borders of today mean for the figures; nothing on those of the day. */
export function BordersNote() {
  const { borders } = useBorders()
  return borders ? <p className="quiet small">{t('places.borders-now-help')}</p> : null
}

type Unlike = { reason: 'split' | 'rate'; place: string }

/** A figure that cannot stand on the borders of today, with the reason. */
export const NotAlike = ({ unlike: { reason, place } }: { unlike: Unlike }) => (
  <span className="quiet small" title={t(`places.unlike-${reason}`, { place })}>
    {t('places.unlike')}
  </span>
)

/** The reasons under a table, each once. */
export function NotAlikeNotes({ unlike }: { unlike: readonly Unlike[] }) {
  const said = new Set(unlike.map(({ reason, place }) => t(`places.unlike-${reason}`, { place })))
  if (said.size === 0) return null
  return (
    <ul className="lines small">
      {[...said].map(one => (
        <li key={one}>
          {t('places.unlike')}: {one}
        </li>
      ))}
    </ul>
  )
}
