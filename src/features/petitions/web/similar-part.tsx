import { useEffect, useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { similar } from '../queries/similar.ts'

type Found = AnswerOf<typeof similar>
type One = Found['similar'][number]
const PAUSE = 800
const ENOUGH_SIGNS = 20
const SHOWN = 5

/** While a petition is written: what of the like has been said already. */
export function SimilarWhileWriting({ words }: { words: string }) {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  const found = useAnswer<Found>(
    'petitions.similar',
    { words: asked.slice(0, 10_000) },
    { enabled: asked.length >= ENOUGH_SIGNS, keepPrevious: true },
  )
  if (!found.data || found.data.similar.length === 0 || asked.length < ENOUGH_SIGNS) return null
  return (
    <section className="card padded stack" aria-labelledby="similar">
      <h2 id="similar">{t('petitions.similar-title')}</h2>
      <ul className="lines">
        {found.data.similar.slice(0, SHOWN).map(one => (
          <li key={one.id}>
            <SimilarLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const SimilarLine = ({ one }: { one: One }) => (
  <span>
    <Go to={`/kien-nghi/${one.id}`}>{one.subject}</Go>
    <span className="quiet small">
      {' '}
      {one.commune} · {printDate(one.receivedOn)} · <StateWord state={one.state} />
    </span>
  </span>
)

/** On a petition's page: others of the same matter, each with a button that links the two. */
export function SimilarPart({ petitionId, version }: { petitionId: string; version: number }) {
  const found = useAnswer<Found>('petitions.similar', { petitionId })
  const group = useCommand<object, { version: number }>('petitions.group-petition')
  if (!found.data || found.data.similar.length === 0) return null
  const join = async (one: One) => {
    const sent = await group.send({ petitionId, version, withPetitionId: one.id, groupId: newId() })
    if (!sent) return
    tell(t('petitions.grouped'), async () => {
      await sendCommand('petitions.ungroup-petition', { petitionId, version: sent.answer.version })
      await refresh(['petitions'])
    })
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="similar">
      <h2 id="similar">{t('petitions.similar-title')}</h2>
      <p className="quiet">{t('petitions.similar-help')}</p>
      <ul className="lines">
        {found.data.similar.slice(0, SHOWN).map(one => (
          <li key={one.id} className="petition-line">
            <SimilarLine one={one} />
            <Button busy={group.state === 'sending'} onClick={() => void join(one)}>
              {t('petitions.group-with')}
            </Button>
          </li>
        ))}
      </ul>
      <Problem of={group} />
    </section>
  )
}
