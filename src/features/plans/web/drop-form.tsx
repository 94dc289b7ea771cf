import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Item, PlanAnswer } from './item-words.ts'
import type { Proposal } from './proposal-words.ts'
import { ReasonForm } from './reason-form.tsx'
import { usePropose } from './use-propose.ts'

type DropFormProps = { item: Item; answer: PlanAnswer; onClose: () => void }
type Written = { itemId: string; version: number; reason: string }

/** Leaves an item out of the year, or proposes so where the others know the plan; the reason stands in the plan. */
export const DropForm = (props: DropFormProps) => (props.answer.can.change ? <DropNow {...props} /> : <ProposeDrop {...props} />)

function DropNow({ item, onClose }: DropFormProps) {
  const drop = useCommand<Written, { version: number }>('plans.drop-item')
  const told = ({ version }: { version: number }) =>
    tell(t('plans.was-dropped', { number: item.position }), async () => {
      await sendCommand('plans.restore-item', { itemId: item.id, version })
      await refresh(['plans', 'insight.'])
    })
  return (
    <ReasonForm
      {...wordsOf(item)}
      submit={t('plans.drop')}
      command={drop}
      inputOf={reason => ({ itemId: item.id, version: item.version, reason })}
      onDone={told}
      onClose={onClose}
    >
      <DropWords item={item} />
    </ReasonForm>
  )
}

function ProposeDrop({ item, answer, onClose }: DropFormProps) {
  const propose = usePropose(answer)
  const { id: itemId, version } = item
  return (
    <ReasonForm
      {...wordsOf(item)}
      submit={t('plans.propose-save')}
      command={propose.command}
      inputOf={reason => propose.inputOf({ proposalId: newId(), item: { itemId, version }, line: { kind: 'drop' }, reason })}
      onDone={() => tell(propose.told)}
      onClose={onClose}
    >
      <DropWords item={item} />
    </ReasonForm>
  )
}

const wordsOf = (item: Item) => ({
  title: t('plans.drop-title', { number: item.position }),
  label: t('plans.drop-reason'),
  help: t('plans.drop-reason-help'),
})

const DropWords = ({ item }: { item: Item }) => (
  <>
    <p className="paper-text">{item.title}</p>
    <p className="quiet">{t('plans.drop-why')}</p>
  </>
)

/** Sends a proposal back with the reason. */
export function ReturnForm({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const back = useCommand<{ proposalId: string; version: number; reason: string }>('plans.return-proposal')
  return (
    <ReasonForm
      title={t('plans.return-title')}
      label={t('plans.return-reason')}
      submit={t('plans.return')}
      command={back}
      inputOf={reason => ({ proposalId: proposal.id, version: proposal.version, reason })}
      onDone={() => tell(t('plans.returned'))}
      onClose={onClose}
    >
      <p className="quiet">{t('plans.return-why')}</p>
    </ReasonForm>
  )
}
