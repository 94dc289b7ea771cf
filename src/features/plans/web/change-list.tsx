import { t } from '../../../ui/messages/index.ts'
import type { FieldChange } from '../compare.ts'
import type { Party } from './item-words.ts'
import { usePlacesWords } from './place-names.tsx'
import { changeWords, fieldWords } from './proposal-words.ts'

/** Field by field: what stood, what stands or would stand. */
export function ChangeList({ changes, parties }: { changes: readonly FieldChange[]; parties: readonly Party[] }) {
  const placesWords = usePlacesWords()
  return (
    <ul className="change-list">
      {changes.map(change => {
        const { before, after } = changeWords(change, parties, placesWords)
        return (
          <li key={change.field}>
            <span className="quiet">{fieldWords(change.field)}:</span> <del>{before}</del> <span aria-hidden="true">→</span>{' '}
            <span className="unseen">{t('plans.becomes')}</span> <ins>{after}</ins>
          </li>
        )
      })}
    </ul>
  )
}
