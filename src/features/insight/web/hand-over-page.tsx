import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { me } from '../../../ui/client/boot.ts'
import { refresh, useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useAddressWord } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { staff } from '../../agencies/queries.ts'
import { AssignDialog } from '../../agencies/web/responsible.tsx'
import type { handOver } from '../hand-over.ts'

type Answer = AnswerOf<ReturnType<typeof handOver>>
type Holder = Answer['holders'][number]
type Work = Holder['work'][number]

/** Open work of those who have left, or of one person of the own unit (`?nguoi=`), to be given to somebody else. */
export default function HandOverPage() {
  const [accountId, setPerson] = useAddressWord('nguoi')
  const found = useAnswer<Answer>('insight.hand-over', accountId ? { accountId } : {})
  return (
    <Page title={t('insight.hand-over')}>
      <p className="quiet">{t('insight.hand-over-why')}</p>
      <PersonField value={accountId} onChange={setPerson} />
      <Answered of={found}>
        {({ holders }) =>
          holders.length === 0 ? (
            <EmptyPlace title={t('insight.nothing-to-hand-over')} help={t('insight.nothing-to-hand-over-help')} />
          ) : (
            holders.map(holder => <HolderCard key={holder.accountId} holder={holder} />)
          )
        }
      </Answered>
    </Page>
  )
}

/** One's own work, and for a head that of the unit's people; the server shows nobody else's. */
function PersonField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const heads = me().roles.includes('head')
  const found = useAnswer<AnswerOf<typeof staff>>('agencies.staff', {}, { enabled: heads })
  const unit = me().unit?.id
  const people = (found.data?.staff ?? []).filter(person => person.unit?.id === unit)
  const choices = heads
    ? people.map(person => ({ value: person.accountId, label: person.displayName }))
    : [{ value: me().accountId, label: me().displayName }]
  return (
    <div className="no-print">
      <SelectField
        label={t('insight.work-of')}
        empty={t('insight.those-gone')}
        value={value}
        onChange={onChange}
        choices={choices}
      />
    </div>
  )
}

const keyOf = ({ kind, id }: Work) => `${kind} ${id}`

function HolderCard({ holder }: { holder: Holder }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [giving, setGiving] = useState(false)
  const movable = holder.work.filter(one => !one.elsewhere)
  const turn = (key: string, on: boolean) => setChosen(on ? [...chosen, key] : chosen.filter(one => one !== key))
  const subjects = movable.filter(one => chosen.includes(keyOf(one)))
  const done = () => {
    setChosen([])
    void refresh(['insight.'])
  }
  return (
    <section className="card padded stack" aria-label={holder.displayName}>
      <h2>
        {holder.displayName} {holder.gone && <span className="quiet small">({t('insight.no-post-left')})</span>}
      </h2>
      <ul className="lines">
        {holder.work.map(one => (
          <li key={keyOf(one)} className="held-line">
            {one.elsewhere ? null : (
              <input
                type="checkbox"
                className="no-print"
                aria-label={one.title}
                checked={chosen.includes(keyOf(one))}
                onChange={event => turn(keyOf(one), event.target.checked)}
              />
            )}
            <span>
              <Go to={one.address}>{one.title}</Go>{' '}
              <span className="quiet small">
                {[
                  one.context,
                  one.dueOn && t('insight.due-on', { day: printDate(one.dueOn) }),
                  one.over && !holder.gone && t('insight.post-over'),
                  one.elsewhere && t('insight.other-unit'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {movable.length > 0 && (
        <div className="row no-print">
          <Button onClick={() => setChosen(movable.map(keyOf))}>{t('insight.choose-all')}</Button>
          <Button look="main" disabled={subjects.length === 0} onClick={() => setGiving(true)}>
            {t('insight.give-chosen', { count: subjects.length })}
          </Button>
        </div>
      )}
      {giving && (
        <AssignDialog
          subjects={subjects}
          title={t('insight.giving', { count: subjects.length, name: holder.displayName })}
          onClose={() => setGiving(false)}
          onDone={done}
        />
      )}
    </section>
  )
}
