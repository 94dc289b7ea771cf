import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextArea } from '../../../ui/components/fields.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Carry } from '../contract.ts'
import type { unfinished } from '../queries/unfinished.ts'
import { timeWords } from './item-words.ts'

export type Unfinished = AnswerOf<typeof unfinished>
type EarlierItem = Unfinished['items'][number]
type Chosen = ReadonlyMap<string, string | null>

/** Which unfinished items are gone on with, by when, and why. */
export function useCarry({ items }: Unfinished) {
  const late = items.filter(item => item.state === 'late')
  const [chosen, setChosen] = useState<Chosen>(() => new Map(late.map(item => [item.id, null])))
  const [reason, setReason] = useState('')
  const carry = (): Carry => ({
    reason,
    items: [...chosen].map(([from, dueOn]) => ({ from, dueOn, itemId: newId() })),
  })
  return { chosen, setChosen, reason, setReason, carry }
}

type ChoiceProps = { of: Unfinished; year: number; state: ReturnType<typeof useCarry>; missing: boolean }

/** The unfinished items of the earlier year to choose from, each with the day it would now be due. */
export function CarryChoice({ of: { items }, year, state, missing }: ChoiceProps) {
  const { chosen, setChosen, reason, setReason } = state
  const turn = (id: string, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(id, null)
    else next.delete(id)
    setChosen(next)
  }
  const every = chosen.size === items.length
  return (
    <>
      <p className="quiet">{t('plans.carry-help')}</p>
      <fieldset className="carry-list">
        <legend className="unseen">{t('plans.carry-items', { year })}</legend>
        <Button
          look="plain"
          onClick={() => setChosen(new Map(every ? [] : items.map(item => [item.id, chosen.get(item.id) ?? null])))}
        >
          {every ? t('plans.carry-none') : t('plans.carry-all')}
        </Button>
        <ul className="lines">
          {items.map(item => (
            <CarryLine
              key={item.id}
              item={item}
              year={year}
              chosen={chosen.has(item.id)}
              dueOn={chosen.get(item.id) ?? null}
              onTurn={on => turn(item.id, on)}
              onDue={dueOn => setChosen(new Map(chosen).set(item.id, dueOn))}
            />
          ))}
        </ul>
      </fieldset>
      {chosen.size > 0 && (
        <TextArea
          label={t('plans.carry-reason')}
          help={t('plans.carry-reason-help')}
          required
          rows={2}
          value={reason}
          onChange={setReason}
          problem={missing && reason.trim() === '' ? t('plans.carry-reason-needed') : null}
        />
      )}
    </>
  )
}

type LineProps = {
  item: EarlierItem
  year: number
  chosen: boolean
  dueOn: string | null
  onTurn: (on: boolean) => void
  onDue: (dueOn: string | null) => void
}

const CarryLine = ({ item, year, chosen, dueOn, onTurn, onDue }: LineProps) => (
  <li>
    <label className="choice">
      <input type="checkbox" checked={chosen} onChange={event => onTurn(event.target.checked)} />
      <span>
        {t('plans.calendar-item', { number: item.position, title: item.title })}
        <span className="row small">
          <StateWord state={item.state === 'dropped' ? 'not-due' : item.state} />
          <span className="quiet">{[timeWords(item), item.progressText].filter(Boolean).join(' · ')}</span>
        </span>
      </span>
    </label>
    {chosen && (
      <DateField
        label={t('plans.carry-due', { number: item.position })}
        help={t('plans.carry-due-help')}
        value={dueOn}
        onChange={onDue}
        min={`${year}-01-01`}
        max={`${year}-12-31`}
      />
    )}
  </li>
)
