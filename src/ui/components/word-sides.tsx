import { diffWords, type Stretch } from '../../kernel/diff-words.ts'

type SidesProps = {
  before: string | null
  after: string | null
  heads: readonly [string, string]
  none: readonly [string, string]
}

/** An old text beside the new one; what is only in one of them is marked. Null where it stands on one side alone. */
export function WordSides({ before, after, heads, none }: SidesProps) {
  const parts = diffWords(before ?? '', after ?? '')
  return (
    <div className="word-sides">
      <Side head={heads[0]} none={before === null ? none[0] : null} parts={parts.filter(part => part.kind !== 'new')} />
      <Side head={heads[1]} none={after === null ? none[1] : null} parts={parts.filter(part => part.kind !== 'old')} />
    </div>
  )
}

const MARKS = { same: 'span', old: 'del', new: 'ins' } as const

const Side = ({ head, none, parts }: { head: string; none: string | null; parts: readonly Stretch[] }) => (
  <div>
    <p className="quiet small">{head}</p>
    {none === null ? (
      <p className="paper-text">
        {parts.map(({ at, kind, text }) => {
          const Mark = MARKS[kind]
          return <Mark key={at}>{text}</Mark>
        })}
      </p>
    ) : (
      <p className="quiet">{none}</p>
    )}
  </div>
)
