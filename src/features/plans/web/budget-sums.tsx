import { printNumber } from '../../../kernel/numbers.ts'
import { t } from '../../../ui/messages/index.ts'
import { type BudgetAnswer, bodyName, sourceText } from './budget-words.ts'

/** What is estimated, spent and left by side and by source, and the total in words. */
export function BudgetSums({ answer }: { answer: BudgetAnswer }) {
  const sides = answer.sides.map(side => ({ key: side.bodyId, name: bodyName(answer, side.bodyId), ...side }))
  const sources = answer.sources.map(one => {
    const name = sourceText(answer, one.of)
    return { key: name, name, estimate: one.estimate, spent: one.spent, left: one.left }
  })
  return (
    <>
      <p>
        <b>{t('plans.budget-words', { words: answer.words })}</b>
      </p>
      <div className="budget-sums">
        <SumTable title={t('plans.budget-by-side')} rows={sides} />
        <SumTable title={t('plans.budget-by-source')} rows={sources} />
      </div>
    </>
  )
}

type SumRow = { key: string; name: string; estimate: number; spent: number; left: number }

function SumTable({ title, rows }: { title: string; rows: readonly SumRow[] }) {
  const money = [t('plans.budget-estimate'), t('plans.budget-spent'), t('plans.budget-left')]
  return (
    <div className="table-place">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {money.map(head => (
              <th key={head} scope="col" className="right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <td data-label={title}>
                <div>{row.name}</div>
              </td>
              {[row.estimate, row.spent, row.left].map((value, at) => (
                <td key={money[at]} className="right" data-label={money[at]}>
                  <div>{printNumber(value)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
