import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Line } from './budget-words.ts'

/** One press; for ten seconds it can be taken back, which writes the same line anew. */
export function RemoveLine({ line }: { line: Line }) {
  const planId = usePathPart('planId')
  const remove = useCommand<{ lineId: string; version: number }>('plans.remove-budget-line')
  const { itemId, content, unit, quantity, times, norm, basis, source, sourceDetail, note } = line
  const written = { itemId, content, unit, quantity, times, norm, basis, source, sourceDetail, note }
  const press = async () => {
    if (!(await remove.send({ lineId: line.id, version: line.version }))) return
    tell(t('plans.budget-removed', { content }), async () => {
      await sendCommand('plans.add-budget-line', { lineId: newId(), planId, ...written })
      await refresh(['plans'])
    })
  }
  return (
    <>
      <Button
        look="plain"
        busy={remove.state === 'sending'}
        onClick={() => void press()}
        aria-label={t('plans.budget-remove-of', { content })}
      >
        {t('plans.budget-remove')}
      </Button>
      <Problem of={remove} />
    </>
  )
}
