import { diffWords } from '../../kernel/diff-words.ts'

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
      <div>
        <p className="quiet small">{heads[0]}</p>
        {before === null ? (
          <p className="quiet">{none[0]}</p>
        ) : (
          <p className="paper-text">
            {parts.map(
              ({ at, kind, text }) =>
                kind !== 'new' && (kind === 'old' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>),
            )}
          </p>
        )}
      </div>
      <div>
        <p className="quiet small">{heads[1]}</p>
        {after === null ? (
          <p className="quiet">{none[1]}</p>
        ) : (
          <p className="paper-text">
            {parts.map(
              ({ at, kind, text }) =>
                kind !== 'old' && (kind === 'new' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>),
            )}
          </p>
        )}
      </div>
    </div>
  )
}
