import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { ChecksField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { sendTemplate } from '../commands/send-template.ts'
import type { LedgerAnswer } from './ledger-page.tsx'

/** What leaves the house is shown before it leaves: to whom, and each clause with what they may make of it. */
export function SendUnits({ answer: { template, units } }: { answer: LedgerAnswer }) {
  const left = units.filter(unit => !unit.sentOn)
  const [open, setOpen] = useState(false)
  const [without, leave] = useState<readonly string[]>([])
  const chosen = left.map(unit => unit.bodyId).filter(id => !without.includes(id))
  const send = useCommand<InputOf<typeof sendTemplate>>('cascade.send-template')
  if (left.length === 0) return null
  if (!open)
    return (
      <div className="no-print">
        <Button look="main" onClick={() => setOpen(true)}>
          {t('cascade.send-open', { count: left.length })}
        </Button>
      </div>
    )
  const go = async () => {
    if (await send.send({ templateId: template.id, version: template.version, bodyIds: chosen })) setOpen(false)
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="send-units">
      <h2 id="send-units">{t('cascade.send-title')}</h2>
      <p>{t('cascade.send-help', { day: template.dueOn })}</p>
      <ol>
        {template.clauses.map(clause => (
          <li key={clause.key}>
            <span className="paper-text">{clause.text}</span>{' '}
            <span className="quiet">
              ({t(`cascade.bound-${clause.bound}`)}
              {clause.least !== null && `; ${t('cascade.at-least', { least: clause.least, unit: clause.unit })}`})
            </span>
          </li>
        ))}
      </ol>
      <div className="unit-choices">
        <ChecksField
          label={t('cascade.send-to')}
          value={chosen}
          onChange={ids => leave(left.map(unit => unit.bodyId).filter(id => !ids.includes(id)))}
          choices={left.map(unit => ({ value: unit.bodyId, label: unit.name }))}
        />
      </div>
      <div className="row">
        <Button look="main" busy={send.state === 'sending'} onClick={() => void go()}>
          {t('cascade.send', { count: chosen.length })}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('part.cancel')}</Button>
      </div>
      <Problem of={send} />
    </section>
  )
}
