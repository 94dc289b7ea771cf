import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { find, t } from '../../../ui/messages/index.ts'

/** What `cascade.clause-levels` tells; a screen cannot know the features above its own. */
type Level = {
  path: string | null
  words: string | null
  programmeId: string | null
  title: string
  number: string | null
  issuers: string
  how: string
  depth: number
  own: boolean
  reason?: string | null
}
type Levels = { above: Level[]; below: Level[]; templates: { id: string; title: string }[] }

/** The clause on its thread through the levels: from the centre down to the communes, and back. */
export function ClauseLevels({ programmeId, path }: { programmeId: string; path: string }) {
  const { data } = useAnswer<Levels>('cascade.clause-levels', { programmeId, clausePath: path })
  if (!data || data.above.length + data.below.length + data.templates.length === 0) return null
  return (
    <>
      <LevelPart title={t('cascade.levels-above')} levels={data.above.toReversed()} />
      <LevelPart title={t('cascade.levels-below')} levels={data.below} />
      {data.templates.length > 0 && (
        <section>
          <h3>{t('cascade.levels-templates')}</h3>
          <ul className="plain-list pane-lines">
            {data.templates.map(one => (
              <li key={one.id}>
                <Go to={`/cap-xa/${one.id}`}>{one.title}</Go>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function LevelPart({ title, levels }: { title: string; levels: readonly Level[] }) {
  if (levels.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain-list pane-lines">
        {levels.map(level => (
          <li key={`${level.programmeId} ${level.title} ${level.path} ${level.depth}`}>
            <LevelLine level={level} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LevelLine({ level: { path, words, programmeId, title, number, issuers, how, own, reason } }: { level: Level }) {
  const name = [number ?? title, path && citeClause(path)].filter(Boolean).join(', ')
  return (
    <span>
      {own && programmeId ? (
        <Go to={`/chuong-trinh/${programmeId}${path ? `#${encodeURIComponent(path)}` : ''}`}>{name}</Go>
      ) : (
        <b>{name}</b>
      )}
      <small className="quiet">{[find(`cascade.how-${how}`), issuers, reason].filter(Boolean).join(' · ')}</small>
      {words && <small className="paper-text">{words}</small>}
    </span>
  )
}
