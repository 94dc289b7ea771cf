import { useState } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { Hits } from './use-hits.ts'

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
          <section className="card" aria-label={t('insight.search-title')}>
            <output className="card-head">{t('insight.search-count', { count: hits.length, words })}</output>
            <ul className="lines">
              {hits.map(hit => (
                <li key={`${hit.kind} ${hit.id}`}>
                  <Go to={hit.address}>{hit.title}</Go>
                  <div className="quiet small">
                    {find(`hit.${hit.kind}`) ?? hit.kind}
                    {hit.context && ` · ${hit.context}`}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answered>
  )
}
