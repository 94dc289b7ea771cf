import { useState } from 'react'
import { shortDigest } from '../../../kernel/short-digest.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ActList } from './act-list.tsx'
import { AnswerForm } from './answer-form.tsx'
import type { AskedLine, PostalParty, PostalStep, StandingAnswer, Subject } from './types.ts'

type PostPanelProps = {
  subject: Subject
  standing: StandingAnswer | undefined
  onSend: (party: PostalParty, step: PostalStep) => void
  /** Lines of a plan that a party by post is to answer. */
  linesFor?: (bodyId: string) => AskedLine[]
  /** Types the lines of a paper in that asks for others. */
  onCounter?: (actId: string) => void
}

/** With a party by post: what to print and send, what is waited for, and what its papers said. Nothing where all take part here. */
export function PostPanel({ subject, standing, onSend, linesFor = () => [], onCounter }: PostPanelProps) {
  if (!standing || (standing.postal.length === 0 && standing.acts.length === 0)) return null
  const nameOf = (bodyId: string) => standing.parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  return (
    <section className="card padded stack" aria-label={t('post.panel')}>
      {standing.postal.map(party => (
        <Party
          key={party.bodyId}
          subject={subject}
          party={party}
          today={standing.today}
          lines={linesFor(party.bodyId)}
          onSend={step => onSend(party, step)}
          {...(onCounter ? { onCounter } : {})}
        />
      ))}
      {standing.acts.length > 0 && (
        <>
          <h2>{t('post.acts')}</h2>
          <ActList acts={standing.acts} nameOf={nameOf} {...(onCounter ? { onType: onCounter } : {})} />
        </>
      )}
    </section>
  )
}

type PartyProps = {
  subject: Subject
  party: PostalParty
  today: string
  lines: AskedLine[]
  onSend: (step: PostalStep) => void
  onCounter?: (actId: string) => void
}

function Party({ subject, party, today, lines, onSend, onCounter }: PartyProps) {
  const [answering, setAnswering] = useState(false)
  const may = party.can.post === null
  const sent = party.steps.some(step => step.letter !== null)
  const waits = party.steps.some(step => step.waits !== null)
  return (
    <>
      <h2>
        <Mark position={party.position} duty="support" name={party.shortName} bare />{' '}
        {t('post.panel-of', { name: party.shortName })}
      </h2>
      {party.steps.map(step => (
        <Step key={step.step} subject={subject} step={step} today={today} may={may} onSend={() => onSend(step)} />
      ))}
      {!may && <p className="quiet small">{t('post.waits-clerk')}</p>}
      {may && sent && (
        <div className="row no-print">
          <Button look={waits ? 'main' : 'other'} onClick={() => setAnswering(true)}>
            {t('post.open-answer')}
          </Button>
        </div>
      )}
      {answering && (
        <AnswerForm
          subject={subject}
          party={party}
          lines={lines}
          onClose={() => setAnswering(false)}
          {...(onCounter ? { onCounter } : {})}
        />
      )}
    </>
  )
}

type StepProps = { subject: Subject; step: PostalStep; today: string; may: boolean; onSend: () => void }

function Step({ subject: { kind }, step, today, may, onSend }: StepProps) {
  const { letter, waits } = step
  const name = step.step === 'lines' ? t('post.step-lines-plan') : t(`post.step-whole-${kind}`)
  const late = waits !== null && waits.urgeOn <= today
  return (
    <div className="stack">
      <p>
        <b>{name}</b> · {t('post.code')} <span className="digest">{shortDigest(step.digest)}</span>
      </p>
      {!letter && <p>{t('post.to-send')}</p>}
      {letter && <p>{t('post.sent-with', letter)}</p>}
      {waits && (
        <p className={late ? 'message bad' : 'quiet'}>
          {late ? t('post.late', waits) : t('post.waits', { since: waits.since, urge: waits.urgeOn })}
        </p>
      )}
      {letter && !waits && <p className="quiet">{t('post.answered')}</p>}
      <div className="row no-print">
        {may && !letter && (
          <Button look="main" onClick={onSend}>
            {t('post.open-sending')}
          </Button>
        )}
        {letter && late && (
          <>
            <DownloadLink href={`/api/exports/post-urge/${letter.id}.docx`}>{t('post.urge', { format: 'DOCX' })}</DownloadLink>
            <DownloadLink href={`/api/exports/post-urge/${letter.id}.pdf`}>{t('post.urge', { format: 'PDF' })}</DownloadLink>
          </>
        )}
      </div>
    </div>
  )
}
