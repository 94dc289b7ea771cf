import { useState } from 'react'
import { useCommand } from '../../../../ui/client/hooks.ts'
import { tellUndo } from '../../../../ui/client/tell-undo.ts'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { asPosition, Shape } from '../../../../ui/components/mark.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { ReturnDialog } from '../../../../ui/components/return-dialog.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { AskPart } from './ask-part.tsx'
import type { PartsAnswer } from './types.ts'

type Part = PartsAnswer['parts'][number]

/** The parts of the text that units were asked to write: what is awaited of every side, and the own side's dealings with its units. */
export function PartsPanel({ reviewId, answer }: { reviewId: string; answer: PartsAnswer }) {
  const [asking, setAsking] = useState(false)
  return (
    <section className="stack no-print" aria-labelledby="phan-giao">
      <h2 id="phan-giao" className="parts-title">
        {t('parts.title')}
      </h2>
      {answer.parts.length === 0 && <p className="quiet">{t('parts.none')}</p>}
      <ul className="lines">
        {answer.parts.map(one => (
          <PartLine key={one.id} part={one} />
        ))}
      </ul>
      {answer.can.ask === null &&
        (asking ? (
          <AskPart reviewId={reviewId} answer={answer} onDone={() => setAsking(false)} />
        ) : (
          <div className="row">
            <Button onClick={() => setAsking(true)}>{t('parts.ask')}</Button>
          </div>
        ))}
    </section>
  )
}

function PartLine({ part }: { part: Part }) {
  const [returning, setReturning] = useState(false)
  const dropping = useCommand<object, { version: number }>('reviews.drop-part')
  const { own } = part
  const drop = async (version: number) => {
    const dropped = await dropping.send({ partId: part.id, version })
    if (!dropped) return
    const back = { partId: part.id, version: dropped.answer.version, back: true }
    tellUndo(t('parts.dropped'), 'reviews.drop-part', back)
  }
  return (
    <li className="stack">
      <p>
        <b>{part.title}</b> ·{' '}
        {t(part.arrived ? 'parts.arrived' : part.late ? 'parts.late' : 'parts.awaited', { day: part.dueOn })}
      </p>
      <p className="mark quiet small">
        <Shape position={asPosition(part.position)} duty={part.position === 1 ? 'lead' : 'support'} />
        {own ? `${part.side} · ${own.unit}` : part.side}
      </p>
      {own?.state === 'returned' && <p className="message">{t('parts.returned-because', { reason: own.reason ?? '' })}</p>}
      {own && (
        <div className="row">
          {own.can.handIn === null && <ButtonLink to={`/bao-cao/phan/${part.id}`}>{t('parts.write')}</ButtonLink>}
          {own.can.return === null && <Button onClick={() => setReturning(true)}>{t('parts.return')}</Button>}
          {own.can.drop === null && (
            <Button look="plain" busy={dropping.state === 'sending'} onClick={() => void drop(own.version)}>
              {t('parts.drop')}
            </Button>
          )}
        </div>
      )}
      <Problem of={dropping} />
      {returning && own && (
        <ReturnDialog
          command="reviews.return-part"
          at={{ partId: part.id, version: own.version }}
          title={t('parts.return-title', { title: part.title })}
          submit={t('parts.return')}
          label={t('parts.reason')}
          help={t('parts.reason-help')}
          done={t('parts.returned')}
          onClose={() => setReturning(false)}
        />
      )}
    </li>
  )
}
