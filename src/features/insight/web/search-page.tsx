import { useState } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { Hit, Hits } from './use-hits.ts'

/** The results of a search, with its words in the address. */
export default function SearchPage() {
  const [asked, setAsked] = useAddressWord('q')
  const [words, setWords] = useState(asked)
  const [before, setBefore] = useState(asked)
  if (asked !== before) {
    setBefore(asked)
    setWords(asked)
  }
  return (
    <Page title={t('insight.search-title')}>
      <search>
        <form
          onSubmit={event => {
            event.preventDefault()
            setAsked(words.trim())
          }}
        >
          <TextField
            type="search"
            label={t('insight.search-label')}
            help={t('insight.search-help')}
            value={words}
            onChange={setWords}
          />
        </form>
      </search>
      {asked.length > 1 && <Results words={asked} />}
    </Page>
  )
}

function Results({ words }: { words: string }) {
  const found = useAnswer<Hits>('insight.search', { words })
  return (
    <Answered of={found}>
      {({ hits }) =>
        hits.length === 0 ? (
          <EmptyPlace title={t('insight.search-none', { words })} help={t('insight.search-none-help')} />
        ) : (
          <>
            <output>{t('insight.search-count', { count: hits.length, words })}</output>
            {[...Map.groupBy(hits, hit => hit.kind)].map(([kind, own]) => (
              <HitsOfKind key={kind} kind={kind} hits={own} />
            ))}
          </>
        )
      }
    </Answered>
  )
}

/** The kind with the best hit stands first. */
const HitsOfKind = ({ kind, hits }: { kind: string; hits: Hit[] }) => (
  <section className="card" aria-labelledby={`hits-${kind}`}>
    <div className="card-head">
      <h2 id={`hits-${kind}`}>{find(`hit.${kind}`) ?? kind}</h2>
      <span className="quiet">{hits.length}</span>
    </div>
    <ul className="lines">
      {hits.map(hit => (
        <li key={hit.id}>
          <Go to={hit.address}>{hit.title}</Go>
          {hit.context && <div className="quiet small">{hit.context}</div>}
        </li>
      ))}
    </ul>
  </section>
)
