import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { RadioField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CHOICES, type Choice } from '../contract.ts'
import type { Ending, Line } from './next-page.tsx'
import { Record, reasonWords } from './next-record.tsx'
import { asDecided, ownDecision, useDecide } from './use-decide.ts'

type LineProps = { line: Line; ending: Ending; can: boolean }

/** One clause: what it says, what came of it, what is proposed, what each side wants. */
export function NextLine({ line, ending, can }: LineProps) {
  const { proposal, agreed } = line
  return (
    <li className="next-line">
      <div>
        <Go to={`/chuong-trinh/${ending.id}#${encodeURIComponent(line.path)}`}>{citeClause(line.path)}</Go>
        <p className="paper-text">{line.text}</p>
        {line.duty && <Record record={line.record} />}
      </div>
      <div className="stack">
        <p>
          <strong>{t('renewal.proposed', { choice: t(`renewal.choice-${proposal.choice}`) })}</strong>{' '}
          <span className="quiet">{proposal.reasons.map(reasonWords).join('; ')}.</span>
        </p>
        {can && <OwnChoice line={line} programmeId={ending.id} />}
        <Sides line={line} ending={ending} can={can} />
        {agreed && <p className="state done">{t('renewal.agreed', { choice: t(`renewal.choice-${agreed.choice}`) })}</p>}
      </div>
    </li>
  )
}

function OwnChoice({ line, programmeId }: { line: Line; programmeId: string }) {
  const decide = useDecide(programmeId)
  const own = ownDecision(line)
  const [writing, write] = useState<Choice | null>(null)
  const choose = (choice: Choice) => {
    if (choice === 'keep') {
      write(null)
      void decide.send([asDecided(line, choice)])
    } else write(choice)
  }
  return (
    <div className="no-print">
      <RadioField
        name={`choice-${programmeId}-${line.path}`}
        label={t('renewal.own-choice')}
        value={writing ?? own?.choice ?? ''}
        onChange={choose}
        choices={CHOICES.map(value => ({ value, label: t(`renewal.choice-${value}`) }))}
      />
      {writing && <Words key={writing} line={line} choice={writing} decide={decide} onDone={() => write(null)} />}
      {own && own.choice !== 'keep' && !writing && (
        <Button look="plain" onClick={() => write(own.choice)}>
          {t('renewal.change-words')}
        </Button>
      )}
      {own && !writing && (
        <Button look="plain" onClick={() => void decide.send([asDecided(line, null)])}>
          {t('renewal.take-back')}
        </Button>
      )}
      <Problem of={decide.command} />
    </div>
  )
}

type WordsProps = { line: Line; choice: Choice; decide: ReturnType<typeof useDecide>; onDone: () => void }

/** The new words of a change, and why. */
function Words({ line, choice, decide, onDone }: WordsProps) {
  const own = ownDecision(line)
  const [text, setText] = useState(own?.text ?? line.text)
  const [reason, setReason] = useState(own?.reason ?? '')
  const save = async () => {
    const said = choice === 'change' ? { text, reason } : { reason }
    if (await decide.send([asDecided(line, choice, said)])) onDone()
  }
  return (
    <div className="stack">
      {choice === 'change' && <TextArea label={t('renewal.new-text')} required value={text} onChange={setText} rows={5} />}
      <TextField label={t('renewal.reason')} value={reason} onChange={setReason} />
      <div className="row">
        <Button look="main" busy={decide.busy} onClick={() => void save()}>
          {t('renewal.save-choice')}
        </Button>
        <Button onClick={onDone}>{t('part.cancel')}</Button>
      </div>
    </div>
  )
}

/** What every side wants; where another side has written new words, they can be taken over as they stand. */
function Sides({ line, ending, can }: LineProps) {
  const decide = useDecide(ending.id)
  const own = ownDecision(line)
  return (
    <ul className="next-sides">
      {ending.parties.map(party => {
        const said = line.decisions.find(one => one.bodyId === party.bodyId)
        const other = party.bodyId !== line.seat
        // What the own side has chosen stands marked above.
        if (can && !other && !said?.text && !said?.reason) return null
        const different = said && other && (own?.choice !== said.choice || own.text !== said.text)
        return (
          <li key={party.bodyId}>
            <Mark position={party.position} duty="lead" name={party.shortName} />{' '}
            {said ? t(`renewal.choice-${said.choice}`) : t('renewal.undecided')}
            {said?.reason && <span className="quiet"> ({said.reason})</span>}
            {said?.text && <p className="paper-text next-words">{said.text}</p>}
            {can && different && said.choice === 'change' && said.text && (
              <Button
                look="plain"
                className="no-print"
                busy={decide.busy}
                onClick={() => void decide.send([asDecided(line, 'change', { text: said.text ?? '' })])}
              >
                {t('renewal.take-over')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
