import { Fragment, type ReactNode } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import { levelOfScope } from '../scope.ts'
import { ItemElements } from './item-elements.tsx'
import { ItemThread } from './item-thread.tsx'
import { type Item, type Party, type PlanAnswer, targetWords, timeWords } from './item-words.ts'
import { usePlacesWords } from './place-names.tsx'

type Clause = PlanAnswer['clauses'][number]
type TableProps = {
  programmeId: string
  clauses: readonly Clause[]
  parties: readonly Party[]
  /** The buttons of an item; absent where the plan is only read. */
  stepsOf?: (item: Item) => ReactNode
  /** What is proposed of an item, under its row; null where nothing is. */
  proposalsOf?: (item: Item) => ReactNode
}

/** The plan as offices print it: items under the clause that they carry out. */
export function PlanTable({ programmeId, clauses, parties, stepsOf, proposalsOf }: TableProps) {
  const titles = [t('plans.number'), t('plans.item-title'), t('plans.bodies'), t('plans.when'), t('plans.target')]
  return (
    <div className="table-place">
      <table className="table plan-table">
        <thead>
          <tr>
            {titles.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{t('plans.progress')}</th>
            {stepsOf && (
              <th scope="col" className="no-print">
                {t('plans.steps')}
              </th>
            )}
          </tr>
        </thead>
        {clauses.map(clause => (
          <tbody key={clause.path}>
            <tr className="clause-row">
              <th scope="rowgroup" colSpan={stepsOf ? 7 : 6}>
                <Go to={`/chuong-trinh/${programmeId}#${encodeURIComponent(clause.path)}`}>{citeClause(clause.path)}</Go>
              </th>
            </tr>
            {clause.items.map(item => {
              const proposals = proposalsOf?.(item)
              return (
                <Fragment key={item.id}>
                  <ItemRow item={item} parties={parties} steps={stepsOf?.(item)} />
                  {proposals && (
                    <tr className="proposal-row">
                      <td colSpan={stepsOf ? 7 : 6}>{proposals}</td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function ItemRow({ item, parties, steps }: { item: Item; parties: readonly Party[]; steps: ReactNode }) {
  const dropped = item.droppedReason !== null
  const level = levelOfScope(item.target?.per ?? null)
  return (
    <tr id={item.id} className={dropped ? 'dropped' : undefined}>
      <td data-label={t('plans.number')}>
        <div>{item.position}</div>
      </td>
      <td data-label={t('plans.item-title')}>
        <div>
          <span className="item-title">{item.title}</span>
          {item.product && <div className="small">{t('plans.product', { product: item.product })}</div>}
          {item.others.length > 0 && <div className="quiet small">{t('plans.others', { others: item.others.join('; ') })}</div>}
          <Placed item={item} />
          <ItemThread item={item} />
          <ItemElements itemId={item.id} />
          {dropped && <div className="small">{t('plans.dropped', { reason: item.droppedReason })}</div>}
        </div>
      </td>
      <td data-label={t('plans.bodies')}>
        <div>
          <Bodies item={item} parties={parties} />
        </div>
      </td>
      <td data-label={t('plans.when')}>
        <div>
          {item.timing === 'undated' ? <StateWord state="undated" /> : timeWords(item)}
          {item.reportYear !== null && <div className="quiet small">{t('plans.counts-for', { year: item.reportYear })}</div>}
        </div>
      </td>
      <td data-label={t('plans.target')}>
        <div>{targetWords(item)}</div>
      </td>
      <td data-label={t('plans.progress')}>
        <div>{!dropped && <ItemProgress item={item} />}</div>
        {!dropped && level && (
          <div className="small">
            <Go to={`/hoat-dong/theo-xa?muc=${item.id}`}>{t(`plans.by-${level}`)}</Go>
          </div>
        )}
      </td>
      {steps !== undefined && <td className="no-print steps">{steps}</td>}
    </tr>
  )
}

/** Where, and with which groups. */
function Placed({ item: { places, audience } }: { item: Item }) {
  const where = usePlacesWords()(places)
  const words = [where && t('plans.places', { places: where }), audience && t('plans.audience', { audience })].filter(Boolean)
  return words.length > 0 && <div className="quiet small">{words.join(' · ')}</div>
}

function Bodies({ item, parties }: { item: Item; parties: readonly Party[] }) {
  const shown = parties.filter(party => [...item.leadBodies, ...item.supportBodies].includes(party.bodyId))
  const duty = (party: Party) => (item.leadBodies.includes(party.bodyId) ? 'lead' : 'support')
  return (
    <span className="marks body-marks">
      {shown.map(party => (
        <Mark key={party.bodyId} position={party.position} duty={duty(party)} name={party.shortName} showRole />
      ))}
    </span>
  )
}

/** State, sum against target, and for what runs all year the twelve months. */
export function ItemProgress({ item }: { item: Item }) {
  const { state, months } = item.progress
  return (
    <>
      <StateWord state={state === 'dropped' ? 'not-due' : state} />
      {item.progressText && (
        <div className="small">
          {item.activities > 0 ? <Go to={`/hoat-dong?muc=${item.id}`}>{item.progressText}</Go> : item.progressText}
        </div>
      )}
      {months && <Months months={months} />}
      {item.closed && <div className="quiet small">{t('plans.confirmed-done')}</div>}
    </>
  )
}

const Months = ({ months }: { months: readonly boolean[] }) => (
  <ul className="months">
    {months
      .map((worked, index) => ({ month: index + 1, worked }))
      .map(({ month, worked }) => (
        <Month key={month} month={month} worked={worked} />
      ))}
  </ul>
)

function Month({ month, worked }: { month: number; worked: boolean }) {
  const words = t('plans.month-box', { month, state: worked ? t('plans.month-worked') : t('plans.month-silent') })
  return (
    <li className={worked ? 'worked' : undefined} title={words}>
      <span className="unseen">{words}</span>
    </li>
  )
}
