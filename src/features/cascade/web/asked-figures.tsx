import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { NumberField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { answerFigures } from '../commands/answer-figures.ts'
import type { CopyAnswer } from './copy-page.tsx'
import { halfWords } from './figures.tsx'

type Ask = CopyAnswer['asks'][number]
const figure = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : printNumber(value))

/** The figures asked for a half-year: reported once, and once more where they came back. */
export function AskedFigures({ ask, answer: { copy, template, can } }: { ask: Ask; answer: CopyAnswer }) {
  const { answer } = ask
  const kept = template.clauses.filter(clause => copy.lines?.some(line => line.key === clause.key && line.text !== null))
  const [told, tell] = useState<Record<string, number | null>>(() => answer?.figures ?? {})
  const [fresh] = useState(() => newId())
  const send = useCommand<InputOf<typeof answerFigures>>('cascade.answer-figures')
  const open = can.answer && !ask.lockedOn && (!answer || answer.state === 'returned')
  const figures = kept.flatMap(({ key }) => {
    const value = told[key] ?? null
    return value === null ? [] : [{ key, value }]
  })
  const input = { answerId: answer?.id ?? fresh, askId: ask.id, version: answer?.version ?? 0, figures }
  return (
    <section className="card padded stack" aria-labelledby={`asked-${ask.id}`}>
      <h2 id={`asked-${ask.id}`}>{halfWords(ask)}</h2>
      <p className="quiet">
        {t('cascade.due', { day: ask.dueOn })}
        {answer && ` · ${t(`cascade.answer-${answer.state}`, { day: answer.sentOn })}`}
      </p>
      {ask.unlocked && <p className="quiet">{t('cascade.unlocked-on', ask.unlocked)}</p>}
      {answer?.reason && <p className="message">{answer.reason}</p>}
      {kept.map(clause =>
        open ? (
          <NumberField
            key={clause.key}
            label={clause.text}
            unit={clause.unit}
            value={told[clause.key] ?? null}
            onChange={value => tell({ ...told, [clause.key]: value })}
          />
        ) : (
          <p key={clause.key}>
            <span className="paper-text">{clause.text}</span> <strong>{figure(told[clause.key])}</strong> {clause.unit}
          </p>
        ),
      )}
      {open && (
        <div>
          <Button look="main" busy={send.state === 'sending'} onClick={() => void send.send(input)}>
            {t('cascade.answer')}
          </Button>
        </div>
      )}
      <Problem of={send} />
    </section>
  )
}
