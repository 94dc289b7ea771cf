import './petitions.css'
import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useGo, usePathPart } from '../../../ui/components/address.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { LetterPart } from '../../papers/web/letter-part.tsx'
import type { urging } from '../queries/urging.ts'

type Urging = AnswerOf<typeof urging>

/** The second letter before its leader: exactly what leaves, and one button. */
export default function UrgingPage() {
  const petitionId = usePathPart('id')
  const found = useAnswer<Urging>('petitions.urging', { petitionId })
  return (
    <Page title={t('petitions.urging-title')}>
      <Answered of={found}>{answer => <Letter key={answer.petition.version} shown={answer} />}</Answered>
    </Page>
  )
}

function Letter({ shown: { petition: one, letter, term, today, can } }: { shown: Urging }) {
  const go = useGo()
  const [dueOn, setDueOn] = useState<string | null>(term.on)
  const [paper, setPaper] = useState<{ paperNumber: string; paperDate: string } | null>(null)
  const urge = useCommand<object, { version: number; stepId: string }>('petitions.urge-petition')
  const back = () => go(`/kien-nghi/${one.id}`)
  const confirm = async () => {
    const at = { petitionId: one.id, version: one.version, stepId: newId(), day: today, ...paper }
    const sent = await urge.send({ ...at, term: { on: dueOn ?? '', basis: t('petitions.urging-basis') } })
    if (!sent) return
    tell(t('petitions.urged', { name: letter.to }), async () => {
      const { version, stepId } = sent.answer
      await sendCommand('petitions.take-back-step', { petitionId: one.id, version, stepId })
      await refresh(['petitions', 'insight.'])
    })
    back()
  }
  const text = <Words letter={letter} petitionId={one.id} />
  if (can.urge) {
    return (
      <>
        <p className="message">{refusalSentence(can.urge.code, can.urge.data ?? {})}</p>
        <section className="card padded">{text}</section>
      </>
    )
  }
  return (
    <ConfirmOut
      to={[letter.to]}
      action={t('petitions.urging-send', { name: letter.to })}
      note={t('petitions.urging-note')}
      onConfirm={() => void confirm()}
      onBack={back}
      sending={urge}
    >
      {text}
      <LetterPart source={{ urgedPetitionId: one.id }} take={(paperNumber, paperDate) => setPaper({ paperNumber, paperDate })} />
      {paper && <p>{t('petitions.urging-paper', { number: paper.paperNumber, day: printDate(paper.paperDate) })}</p>}
      <div className="no-print petition-term">
        <DateField label={t('petitions.urging-due')} required min={today} value={dueOn} onChange={setDueOn} />
      </div>
    </ConfirmOut>
  )
}

const Words = ({ letter, petitionId }: { letter: Urging['letter']; petitionId: string }) => (
  <div className="petition-letter">
    <p>
      <b>{letter.from}</b>
    </p>
    <p>{letter.subject}</p>
    <p className="petition-letter-to">{t('petitions.letter-to', { name: letter.to })}</p>
    {letter.paragraphs.map(text => (
      <p key={text}>{text}</p>
    ))}
    {letter.signer && (
      <p className="petition-letter-signer">
        <b>{letter.signer.post}</b>
        <br />
        {letter.signer.name}
      </p>
    )}
    <p className="row no-print">
      <a className="button" href={`/api/exports/petition-urging/${petitionId}.docx`}>
        {t('petitions.letter-docx')}
      </a>
      <a className="button" href={`/api/exports/petition-urging/${petitionId}.pdf`}>
        {t('petitions.letter-pdf')}
      </a>
    </p>
  </div>
)
