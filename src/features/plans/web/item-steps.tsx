import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import type { Item } from './item-words.ts'

type Versioned = { itemId: string; version: number }
type StepsProps = {
  item: Item
  /** `propose` is false also where our side has something of this item that is not yet answered. */
  can: { change: boolean; propose: boolean; work: boolean }
  onEdit: () => void
  onDrop: () => void
  onSplit: () => void
}

/** What can be done with an item now, by the same rules that the server asks. */
export function ItemSteps({ item, can, onEdit, onDrop, onSplit }: StepsProps) {
  const dropped = item.droppedReason !== null
  const named = (step: string) => t('plans.step-for', { step, number: item.position })
  return (
    <div className="row">
      {can.work && !dropped && !can.change && <ButtonLink to={`/hoat-dong/moi?muc=${item.id}`}>{t('plans.record')}</ButtonLink>}
      {can.change && !dropped && (
        <Button onClick={onEdit} aria-label={named(item.timing === 'undated' ? t('plans.set-date') : t('plans.edit'))}>
          {item.timing === 'undated' ? t('plans.set-date') : t('plans.edit')}
        </Button>
      )}
      {can.change && !dropped && item.activities === 0 && (
        <Button look="plain" onClick={onDrop} aria-label={named(t('plans.drop'))}>
          {t('plans.drop')}
        </Button>
      )}
      {can.change && dropped && (
        <Turn
          item={item}
          command="plans.restore-item"
          words={t('plans.restore')}
          told={t('plans.was-restored', { number: item.position })}
        />
      )}
      {can.propose && !item.closed && <ProposeSteps item={item} onEdit={onEdit} onDrop={onDrop} onSplit={onSplit} />}
      {item.can.close && (
        <Turn
          item={item}
          command="plans.close-item"
          back="plans.reopen-item"
          words={t('plans.close')}
          told={t('plans.was-closed', { number: item.position })}
        />
      )}
      {item.can.reopen && (
        <Turn
          item={item}
          command="plans.reopen-item"
          words={t('plans.reopen')}
          told={t('plans.was-reopened', { number: item.position })}
        />
      )}
      {can.work && !dropped && !item.closed && <Responsible kind="plan-item" id={item.id} title={item.title} />}
    </div>
  )
}

/** What of the item can be proposed to the others, folded away under one word. */
function ProposeSteps({ item, onEdit, onDrop, onSplit }: Omit<StepsProps, 'can'>) {
  const dropped = item.droppedReason !== null
  const step = (words: string, open: () => void) => (
    <Button look="plain" onClick={open} aria-label={t('plans.step-for', { step: words, number: item.position })}>
      {words}
    </Button>
  )
  if (dropped) return step(t('plans.propose-restore'), onEdit)
  return (
    <details className="propose-steps">
      <summary>
        {t('plans.propose-any')} <span className="unseen">{t('plans.item-short', { number: item.position })}</span>
      </summary>
      {step(t('plans.propose'), onEdit)}
      {step(t('plans.propose-split'), onSplit)}
      {item.activities === 0 && step(t('plans.propose-drop'), onDrop)}
    </details>
  )
}

type TurnProps = { item: Item; command: string; back?: string; words: string; told: string }

/** One press; `back` is the command that takes it back for ten seconds. */
function Turn({ item, command, back, words, told }: TurnProps) {
  const turn = useCommand<Versioned, { version: number }>(command)
  const press = async () => {
    const sent = await turn.send({ itemId: item.id, version: item.version })
    if (!sent) return
    const undo = async () => {
      await sendCommand(back ?? '', { itemId: item.id, version: sent.answer.version })
      await refresh(['plans', 'insight.'])
    }
    tell(told, back ? undo : null)
  }
  return (
    <>
      <Button
        busy={turn.state === 'sending'}
        onClick={() => void press()}
        aria-label={t('plans.step-for', { step: words, number: item.position })}
      >
        {words}
      </Button>
      <Problem of={turn} />
    </>
  )
}
