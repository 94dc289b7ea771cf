import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { fold } from '../../../kernel/vietnamese.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { choices } from '../queries/choices.ts'

export type Choices = AnswerOf<typeof choices>
export type ItemChoice = Choices['items'][number]

const whenOf = ({ occasion, dueOn }: ItemChoice) => [occasion, dueOn && printDate(dueOn)].filter(Boolean).join(' · ')

/** Items found by words of their title or clause, ours and this year's first. */
function found(items: readonly ItemChoice[], words: string, year: number): ItemChoice[] {
  const terms = fold(words).split(/\s+/).filter(Boolean)
  const matches = items.filter(item => {
    const text = fold(`${item.title} ${citeClause(item.clausePath)} ${item.occasion ?? ''} ${item.position}`)
    return terms.every(term => text.includes(term))
  })
  const rank = (item: ItemChoice) => (item.year === year ? 0 : 2) + (item.ours ? 0 : 1)
  return matches.toSorted((a, b) => rank(a) - rank(b))
}

const FIRST_SHOWN = 5
const MORE_SHOWN = 10

type PickerProps = {
  choices: Choices
  chosen: readonly ItemChoice[]
  onChange: (ids: string[]) => void
  problem: string | null
}

/** The items that the work belongs to: at least one, all of one programme. */
export function ItemPicker({ choices, chosen, onChange, problem }: PickerProps) {
  const [searching, setSearching] = useState(false)
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(FIRST_SHOWN)
  const open = searching || chosen.length === 0
  const programmeId = chosen[0]?.programmeId
  const rest = choices.items.filter(
    item => !chosen.includes(item) && (programmeId === undefined || item.programmeId === programmeId),
  )
  const pick = (item: ItemChoice) => {
    onChange([...chosen.map(one => one.id), item.id])
    setSearching(false)
    setWords('')
    setShown(FIRST_SHOWN)
  }
  const matches = found(rest, words, Number(choices.today.slice(0, 4)))
  return (
    <FieldGroup label={t('activities.items')} help={t('activities.items-help')} problem={problem} required>
      <ul className="chosen-items">
        {chosen.map(item => (
          <li key={item.id}>
            <ItemLines item={item} />
            <Button look="plain" onClick={() => onChange(chosen.filter(one => one !== item).map(one => one.id))}>
              {t('activities.drop-item', { number: item.position })}
            </Button>
          </li>
        ))}
      </ul>
      {open ? (
        <>
          <TextField label={t('activities.add-item')} type="search" value={words} onChange={setWords} />
          <div className="item-choices">
            {matches.slice(0, shown).map(item => (
              <button type="button" key={item.id} onClick={() => pick(item)}>
                <ItemLines item={item} />
              </button>
            ))}
          </div>
          {matches.length > shown && (
            <div>
              <Button look="plain" onClick={() => setShown(shown + MORE_SHOWN)}>
                {t('activities.more-items', { count: matches.length - shown })}
              </Button>
            </div>
          )}
        </>
      ) : (
        <div>
          <Button look="plain" onClick={() => setSearching(true)}>
            {t('activities.another-item')}
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}

const ItemLines = ({ item }: { item: ItemChoice }) => (
  <span>
    <span>{item.title}</span>
    <br />
    <span className="quiet small">
      {[t('activities.item-label', { year: item.year, number: item.position }), citeClause(item.clausePath), whenOf(item)]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </span>
)
