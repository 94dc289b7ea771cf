import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { printMoney, printNumber } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './movement-fields.ts'

/** The activities that were part of it, and a way to hang more on it. */
export function ActivitiesPart({ shown }: { shown: Shown }) {
  const { activities, movement: one, can } = shown
  const [open, setOpen] = useState(false)
  const off = useCommand<object>('movements.take-down-activity')
  const takeDown = async (activityId: string) => {
    const at = { movementId: one.id, activityId }
    if (await off.send(at)) tellUndo(t('movements.taken-down'), 'movements.hang-activity', at)
  }
  return (
    <section className="card padded stack" aria-labelledby="activities">
      <h2 id="activities">{t('movements.activities')}</h2>
      {activities.length === 0 && <p className="quiet">{t('movements.activities-none')}</p>}
      <ul className="link-lines">
        {activities.map(activity => (
          <li key={activity.id}>
            <span>
              <Go to={`/hoat-dong/${activity.id}`}>{activity.title}</Go>
              <small className="quiet below">{amounts(activity).join(' · ')}</small>
            </span>
            {can.hang && (
              <Button
                look="plain"
                className="no-print"
                aria-label={t('movements.take-down', { title: activity.title })}
                onClick={() => void takeDown(activity.id)}
              >
                {t('movements.take-out')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Problem of={off} />
      {can.hang &&
        (open ? (
          <HangForm shown={shown} close={() => setOpen(false)} />
        ) : (
          <div className="row no-print">
            <Button onClick={() => setOpen(true)}>{t('movements.hang')}</Button>
          </div>
        ))}
    </section>
  )
}

type Activity = Shown['activities'][number]

const amounts = ({ heldOn, place, owner, count, reach, money }: Activity): string[] => [
  printDate(heldOn),
  place,
  ...[count, reach].flatMap(amount => (amount ? [`${printNumber(amount.value)} ${amount.unit}`] : [])),
  ...(money ? [printMoney(money)] : []),
  owner,
]

type Known = { activities: { id: string; title: string; heldOn: string; place: string }[] }
const MOST = 2000

/** Chooses among the activities of the programme. */
function HangForm({ shown: { movement: one, activities }, close }: { shown: Shown; close: () => void }) {
  const found = useAnswer<Known>('activities.list', { programmeId: one.programmeId, limit: MOST })
  const hang = useCommand<object>('movements.hang-activity')
  const choose = async (activityId: string | null) => {
    if (!activityId) return
    const at = { movementId: one.id, activityId }
    if (!(await hang.send(at))) return
    tellUndo(t('movements.hung'), 'movements.take-down-activity', at)
    close()
  }
  return (
    <div className="stack no-print">
      <Answered of={found}>
        {({ activities: known }) => (
          <PickField
            label={t('movements.hang-which')}
            value={null}
            onChange={activityId => void choose(activityId)}
            choices={known
              .filter(activity => !activities.some(other => other.id === activity.id))
              .map(({ id, title, heldOn, place }) => ({ value: id, label: title, note: `${printDate(heldOn)} · ${place}` }))}
          />
        )}
      </Answered>
      <Problem of={hang} />
      <div className="row">
        <Button onClick={close}>{t('movements.cancel')}</Button>
      </div>
    </div>
  )
}
