import { useState } from 'react'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { listProgrammes } from '../../programmes/queries/list.ts'
import type { renewFeed } from '../commands/renew-feed.ts'
import type { feeds as feedsQuery } from '../queries.ts'
import { newSecret } from './new-secret.ts'

type Feed = AnswerOf<typeof feedsQuery>['feeds'][number]

/** The person's secret addresses: one for the own work, one for each programme. */
export function FeedsPart() {
  const found = useAnswer<AnswerOf<typeof feedsQuery>>('calendar.feeds', {})
  const programmes = useAnswer<AnswerOf<typeof listProgrammes>>('programmes.list', {})
  return (
    <section className="card" aria-labelledby="feeds">
      <div className="card-head">
        <h2 id="feeds">{t('calendar.feeds-title')}</h2>
      </div>
      <p className="quiet feeds-help">{t('calendar.feeds-help')}</p>
      <Answered of={found}>
        {({ feeds }) => (
          <ul className="lines">
            <FeedLine name={t('calendar.feed-mine')} programmeId={null} feed={feeds.find(one => one.programmeId === null)} />
            {programmes.data?.programmes.map(({ id, title }) => (
              <FeedLine key={id} name={title} programmeId={id} feed={feeds.find(one => one.programmeId === id)} />
            ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

type LineProps = { name: string; programmeId: string | null; feed: Feed | undefined }

function FeedLine({ name, programmeId, feed }: LineProps) {
  // Input that holds a secret does not stay in the browser.
  const renew = useCommand<InputOf<typeof renewFeed>>('calendar.renew-feed', { keep: false })
  const [address, setAddress] = useState<string | null>(null)
  const go = async () => {
    const secret = newSecret()
    const done = await renew.send({ feedId: feed?.id ?? newId(), version: feed?.version ?? null, programmeId, secret })
    if (done) setAddress(`${location.origin}/api/calendar/${secret}.ics`)
  }
  return (
    <li className="stack">
      <div className="row feed-line">
        <div>
          <div>{name}</div>
          <div className="quiet small">
            {feed ? t('calendar.feed-since', { date: vietnamDate(new Date(feed.renewedAt)) }) : t('calendar.feed-none')}
          </div>
        </div>
        <Button
          busy={renew.state === 'sending'}
          onClick={() => void go()}
          aria-label={feed ? t('calendar.feed-renew-of', { name }) : t('calendar.feed-make-of', { name })}
        >
          {feed ? t('calendar.feed-renew') : t('calendar.feed-make')}
        </Button>
      </div>
      <Problem of={renew} />
      {address && <NewAddress address={address} />}
    </li>
  )
}

function NewAddress({ address }: { address: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      tell(t('calendar.feed-copied'))
    } catch {
      tell(t('calendar.feed-copy-failed'))
    }
  }
  return (
    <div className="message stack">
      <p>
        <output>{t('calendar.feed-made')}</output>
      </p>
      <TextField
        label={t('calendar.feed-address')}
        help={t('calendar.feed-address-help')}
        value={address}
        onChange={() => undefined}
        spellCheck={false}
      />
      <div>
        <Button look="main" onClick={() => void copy()}>
          {t('calendar.feed-copy')}
        </Button>
      </div>
    </div>
  )
}
