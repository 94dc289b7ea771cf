import { printNumber } from '../../../kernel/numbers.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { OpenLine } from './budget-page.tsx'
import {
  type BudgetAnswer,
  type BudgetGroup,
  bodyName,
  type Line,
  quantityText,
  sourceOfLine,
  sourceText,
} from './budget-words.ts'
import { RemoveLine } from './remove-line.tsx'

type TableProps = { answer: BudgetAnswer; onOpen: (open: OpenLine) => void }

/** Lines under their items, each item with its sum; the total stays in sight. */
export function BudgetTable({ answer, onOpen }: TableProps) {
  const { total } = answer
  const write = answer.can.add
  const plain = [t('plans.budget-content'), t('plans.budget-side'), t('plans.budget-unit-short')]
  const figures = [t('plans.budget-quantity'), t('plans.budget-times'), t('plans.budget-norm-short'), t('plans.budget-amount')]
  const money = [t('plans.budget-spent'), t('plans.budget-left')]
  return (
    <div className="table-place">
      <table className="table budget-table">
        <thead>
          <tr>
            <Heads titles={plain} />
            <Heads titles={figures} figures />
            <Heads titles={[t('plans.budget-source')]} />
            <Heads titles={money} figures />
            {write && (
              <th scope="col" className="no-print">
                {t('plans.steps')}
              </th>
            )}
          </tr>
        </thead>
        {answer.groups.map(group => (
          <tbody key={group.item?.id ?? 'common'}>
            <GroupHead group={group} write={write} onAdd={itemId => onOpen({ kind: 'add', itemId })} />
            {group.lines.map(line => (
              <LineRow key={line.id} answer={answer} line={line} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <td colSpan={6} data-label="">
              <div>{t('plans.budget-total')}</div>
            </td>
            <Money title={t('plans.budget-amount')} value={total.estimate} />
            <td className="budget-count" data-label={t('plans.budget-content')}>
              <div>{t('plans.budget-count', { count: answer.groups.reduce((sum, group) => sum + group.lines.length, 0) })}</div>
            </td>
            <Money title={t('plans.budget-spent')} value={total.spent} />
            <Money title={t('plans.budget-left')} value={total.left} />
            {write && <td className="no-print" aria-label={t('plans.steps')} />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const Heads = ({ titles, figures = false }: { titles: readonly string[]; figures?: boolean }) =>
  titles.map(title => (
    <th key={title} scope="col" className={figures ? 'right' : undefined}>
      {title}
    </th>
  ))

const Money = ({ title, value }: { title: string; value: number }) => (
  <td className="right" data-label={title}>
    <div>{printNumber(value)}</div>
  </td>
)

type GroupProps = { group: BudgetGroup; write: boolean; onAdd: (itemId: string | null) => void }

function GroupHead({ group: { item, sums }, write, onAdd }: GroupProps) {
  const words = item ? t('plans.budget-item-choice', { number: item.position, title: item.title }) : t('plans.budget-common')
  const place = item ? t('plans.budget-item-short', { number: item.position }) : t('plans.budget-common')
  return (
    <tr className="clause-row">
      <th scope="rowgroup" colSpan={write ? 11 : 10}>
        <span className="row budget-group">
          <span>{words}</span>
          <span className="budget-group-sum">{t('plans.budget-item-sum', { amount: sums.estimate })}</span>
          {write && !item?.dropped && (
            <Button
              look="plain"
              className="no-print"
              onClick={() => onAdd(item?.id ?? null)}
              aria-label={t('plans.budget-add-here', { place })}
            >
              {t('plans.budget-add')}
            </Button>
          )}
        </span>
      </th>
    </tr>
  )
}

function LineRow({ answer, line, onOpen }: TableProps & { line: Line }) {
  const party = answer.parties.find(one => one.bodyId === line.bodyId)
  return (
    <tr id={line.id}>
      <td data-label={t('plans.budget-content')}>
        <div>
          {line.content}
          {line.basis && <div className="quiet small">{line.basis}</div>}
          {line.note && <div className="quiet small">{line.note}</div>}
        </div>
      </td>
      <td data-label={t('plans.budget-side')}>
        <div>
          <Mark position={party?.position ?? 1} duty="lead" name={bodyName(answer, line.bodyId)} />
        </div>
      </td>
      <td data-label={t('plans.budget-unit-short')}>
        <div>{line.unit}</div>
      </td>
      <Figure title={t('plans.budget-quantity')} value={line.quantity} />
      <Figure title={t('plans.budget-times')} value={line.times} />
      <Money title={t('plans.budget-norm-short')} value={line.norm} />
      <Money title={t('plans.budget-amount')} value={line.amount} />
      <td data-label={t('plans.budget-source')}>
        <div>{sourceText(answer, sourceOfLine(line))}</div>
      </td>
      <Money title={t('plans.budget-spent')} value={line.spent} />
      <Money title={t('plans.budget-left')} value={line.left} />
      {answer.can.add && <td className="no-print steps">{line.can.change && <Steps line={line} onOpen={onOpen} />}</td>}
    </tr>
  )
}

const Figure = ({ title, value }: { title: string; value: number }) => (
  <td className="right" data-label={title}>
    <div>{quantityText(value)}</div>
  </td>
)

function Steps({ line, onOpen }: { line: Line; onOpen: (open: OpenLine) => void }) {
  const { content } = line
  return (
    <div className="row">
      <Button onClick={() => onOpen({ kind: 'spend', line })} aria-label={t('plans.spend-of', { content })}>
        {t('plans.spend')}
      </Button>
      <Button onClick={() => onOpen({ kind: 'edit', line })} aria-label={t('plans.budget-edit-of', { content })}>
        {t('plans.budget-edit')}
      </Button>
      {line.spendings.length === 0 && <RemoveLine line={line} />}
    </div>
  )
}
