import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { differences } from '../queries/differences.ts'
import { ChangeList } from './change-list.tsx'
import type { Party, PlanAnswer } from './item-words.ts'
import { PlaceNames } from './place-names.tsx'

type Line = AnswerOf<typeof differences>['lines'][number]

/** What differs between a version that every side knew and what stands now. */
export function DifferencesView({ answer, onDone }: { answer: PlanAnswer; onDone: () => void }) {
  const { plan, versions, parties } = answer
  const [since, setSince] = useState(String(lastKnown(versions)))
  const found = useAnswer<AnswerOf<typeof differences>>('plans.differences', { planId: plan.id, since: Number(since) })
  const choices = versions.map(({ number, why, on }) => ({
    value: String(number),
    label: t('plans.version', { number, why: t(`plans.version-${why}`), day: printDate(on) }),
  }))
  return (
    <section className="stack" aria-label={t('plans.differences')}>
      <SelectField label={t('plans.differences-since')} value={since} onChange={setSince} choices={choices} empty={null} />
      <Answered of={found}>
        {({ lines, placeNames }) =>
          lines.length === 0 ? (
            <p className="message">{t('plans.no-differences')}</p>
          ) : (
            <PlaceNames value={placeNames}>
              <ul className="lines">
                {lines.map(line => (
                  <DifferenceLine key={line.item.id} line={line} parties={parties} />
                ))}
              </ul>
            </PlaceNames>
          )
        }
      </Answered>
      <div className="row no-print">
        <Button onClick={onDone}>{t('plans.back-to-plan')}</Button>
      </div>
    </section>
  )
}

/** What was agreed last, else what was shared first. */
function lastKnown(versions: PlanAnswer['versions']): number {
  return versions.findLast(version => version.why === 'agreed')?.number ?? versions[0]?.number ?? 1
}

const DifferenceLine = ({ line: { kind, item, fields }, parties }: { line: Line; parties: readonly Party[] }) => (
  <li>
    <div>
      <b>{t(`plans.line-${kind}`)}</b> {t('plans.item-short', { number: item.position })}, {citeClause(item.clausePath)}:{' '}
      {item.title}
    </div>
    {kind === 'dropped' && item.droppedReason && (
      <div className="small">{t('plans.dropped', { reason: item.droppedReason })}</div>
    )}
    {fields.length > 0 && <ChangeList changes={fields} parties={parties} />}
  </li>
)
