import { t } from '../../../ui/messages/index.ts'
import type { Ask } from '../rules.ts'
import type { ReadDraft } from './import-review.tsx'
import { KeptField } from './kept-field.tsx'
import { Day, PeriodFields, PlaceField, TitleField } from './review-head.tsx'
import { BodyChoice } from './review-parties.tsx'
import type { Review } from './use-review.ts'

/** Questions that are answered in the question itself. */
const IN_PLACE: readonly Ask['code'][] = ['title', 'number', 'date', 'place', 'effective', 'period', 'party', 'scanned']

export const isAnsweredInPlace = (ask: Ask): boolean => IN_PLACE.includes(ask.code)

/** The field that a question is about, as it stands in the reading below. */
export function AskField({ ask, draft, review: { reading, mend } }: { ask: Ask; draft: ReadDraft; review: Review }) {
  switch (ask.code) {
    case 'title':
      return <TitleField title={reading.title} mend={mend} />
    case 'number':
      // In one piece: the question is gone as soon as a part of it is answered.
      return (
        <KeptField
          label={t('programmes.head-number-whole')}
          help={t('programmes.head-number-whole-help')}
          ask="number"
          value=""
          onKeep={number => number && mend({ kind: 'number', number })}
        />
      )
    case 'date':
      return <Day label={t('programmes.head-date')} ask="date" value={null} onKeep={date => mend({ kind: 'date', date })} />
    case 'effective':
      return (
        <Day
          label={t('programmes.head-effective')}
          ask="effective"
          value={null}
          onKeep={date => mend({ kind: 'effective', date })}
        />
      )
    case 'place':
      return <PlaceField place={reading.place} mend={mend} />
    case 'period':
      return <PeriodFields period={reading.period} mend={mend} />
    case 'party': {
      const at = Number(ask.key.split(':')[1])
      const party = reading.parties[at]
      return party ? <BodyChoice party={party} at={at} draft={draft} mend={mend} /> : null
    }
    case 'scanned': {
      const clause = reading.clauses.find(one => one.path === ask.at)
      return clause ? (
        <KeptField
          label={t('programmes.ask-scanned-field')}
          ask="scanned"
          rows={4}
          value={clause.text}
          onKeep={text => text && mend({ kind: 'reread', path: clause.path, text })}
        />
      ) : null
    }
    default:
      return null
  }
}
