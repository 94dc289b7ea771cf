import { useAnswer } from '../../../../ui/client/hooks.ts'
import { SelectField } from '../../../../ui/components/fields.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { WordSides } from '../../../../ui/components/word-sides.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { moment } from '../../../agencies/web/moment.ts'
import type { DifferencesAnswer, VersionsAnswer } from './types.ts'
import { versionName } from './version-list.tsx'

type DifferencesProps = {
  versions: VersionsAnswer['versions']
  from: string
  /** '' for the text as it stands now. */
  against: string
  onFrom: (id: string) => void
  onAgainst: (id: string) => void
}

/** Two versions side by side, line by line under their headings; only what differs. */
export function VersionDifferences({ versions, from, against, onFrom, onAgainst }: DifferencesProps) {
  const input = { versionId: from, ...(against ? { againstId: against } : {}) }
  const answer = useAnswer<DifferencesAnswer>('reviews.compare-versions', input, { keepPrevious: true })
  const choices = versions.map(one => ({ value: one.id, label: `${versionName(one)}, ${moment(one.savedAt)}` }))
  const heads = [t('versions.older'), t('versions.newer')] as const
  return (
    <section className="stack" aria-labelledby="so-sanh">
      <h2 id="so-sanh">{t('versions.compare')}</h2>
      <div className="version-choice no-print">
        <SelectField label={heads[0]} value={from} onChange={onFrom} choices={choices} empty={null} />
        <SelectField label={heads[1]} value={against} onChange={onAgainst} choices={choices} empty={t('versions.now')} />
      </div>
      <Answered of={answer}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="message">{t('versions.same')}</p>
          ) : (
            <ol className="lines plain-list">
              {changes.map(({ at, under, before, after }) => (
                <li key={at}>
                  {under && changes[at - 1]?.under !== under && <h3 className="version-under">{under}</h3>}
                  <WordSides before={before} after={after} heads={heads} none={[t('versions.not-yet'), t('versions.no-more')]} />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  )
}
