import './budget.css'
import { useState } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { BudgetSums } from './budget-sums.tsx'
import { BudgetTable } from './budget-table.tsx'
import { type BudgetAnswer, type Line, warningText } from './budget-words.ts'
import { LineForm } from './line-form.tsx'
import { PaperLinks } from './paper-links.tsx'
import { SpendingForm } from './spending-form.tsx'

export type OpenLine = { kind: 'add'; itemId: string | null } | { kind: 'edit' | 'spend'; line: Line }

/** The estimate of a plan: each side writes its own lines, all see what is estimated, spent and left. */
export default function BudgetPage() {
  const planId = usePathPart('planId')
  const found = useAnswer<BudgetAnswer>('plans.budget', { planId })
  const [open, setOpen] = useState<OpenLine | null>(null)
  const answer = found.data
  const title = answer ? t('plans.budget-title', { year: answer.plan.year }) : t('plans.budget')
  const close = () => setOpen(null)
  // The line as it stands now, not as it stood when the dialog was opened.
  const standing = open && open.kind !== 'add' ? lineOf(answer, open.line.id) : undefined
  return (
    <Page
      title={title}
      above={answer && <Thread answer={answer} />}
      actions={answer && <Actions answer={answer} onAdd={() => setOpen({ kind: 'add', itemId: null })} />}
    >
      <Answered of={found}>{loaded => <Budget answer={loaded} onOpen={setOpen} />}</Answered>
      {answer && open?.kind === 'add' && <LineForm answer={answer} line={null} itemId={open.itemId} onClose={close} />}
      {answer && open?.kind === 'edit' && <LineForm answer={answer} line={open.line} itemId={open.line.itemId} onClose={close} />}
      {answer && open?.kind === 'spend' && standing && <SpendingForm answer={answer} line={standing} onClose={close} />}
    </Page>
  )
}

const lineOf = (answer: BudgetAnswer | undefined, lineId: string) =>
  answer?.groups.flatMap(group => group.lines).find(line => line.id === lineId)

const Thread = ({ answer: { programme, plan } }: { answer: BudgetAnswer }) => (
  <ThreadBar
    steps={[
      { label: programme.number ?? t('place.programmes'), to: `/chuong-trinh/${programme.id}` },
      { label: t('plans.plan-title', { year: plan.year }), to: `/ke-hoach/${plan.id}` },
      { label: t('plans.budget'), current: true },
    ]}
  />
)

function Actions({ answer: { plan, can, groups }, onAdd }: { answer: BudgetAnswer; onAdd: () => void }) {
  return (
    <>
      {can.add && (
        <Button look="main" onClick={onAdd}>
          {t('plans.budget-add')}
        </Button>
      )}
      {groups.length > 0 && <PaperLinks of="budget" planId={plan.id} label={t('plans.download-budget')} />}
    </>
  )
}

function Budget({ answer, onOpen }: { answer: BudgetAnswer; onOpen: (open: OpenLine) => void }) {
  const { groups, programme, warnings } = answer
  return (
    <div className="stack budget-paper">
      <p className="paper-text">{programme.title}</p>
      <p className="quiet no-print">{t('plans.budget-intro')}</p>
      {warnings.length > 0 && (
        <section className="message budget-warnings no-print" aria-label={t('plans.budget-warnings')}>
          <b>{t('plans.budget-warnings')}</b>
          <ul>
            {warnings
              .map(warning => warningText(answer, warning))
              .map(words => (
                <li key={words}>{words}</li>
              ))}
          </ul>
        </section>
      )}
      {groups.length > 0 ? (
        <>
          <BudgetTable answer={answer} onOpen={onOpen} />
          <BudgetSums answer={answer} />
        </>
      ) : (
        <div className="card padded">
          <p>
            <b>{t('plans.budget-empty')}</b>
          </p>
          <p className="quiet">{t('plans.budget-empty-help')}</p>
        </div>
      )}
    </div>
  )
}
