import { useState } from 'react'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { RadioField, TextArea } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CONCLUSION_STATES } from '../contract.ts'
import type { Conclusion } from './types.ts'

/** How far the own side has come with what was concluded. */
export function MoveDialog({ conclusion, onClose }: { conclusion: Conclusion; onClose: () => void }) {
  const [state, setState] = useState(conclusion.state)
  const [result, setResult] = useState(conclusion.result)
  const moving = useCommand<object, { version: number }>('groups.move-conclusion')
  const { id: conclusionId, version } = conclusion
  const save = async () => {
    const sent = await moving.send({ conclusionId, version, state, result })
    if (!sent) return
    tell(t('groups.moved'), async () => {
      const before = { state: conclusion.state, result: conclusion.result }
      await sendCommand('groups.move-conclusion', { conclusionId, version: sent.answer.version, ...before })
      await refresh(['groups', 'insight.'])
    })
    onClose()
  }
  return (
    <Dialog title={t('groups.move-title')} onClose={onClose}>
      <p>{conclusion.text}</p>
      <Form submit={t('groups.save')} busy={moving.state === 'sending'} onSubmit={() => void save()}>
        <RadioField
          label={t('groups.move-state')}
          name="conclusion-state"
          value={state}
          onChange={setState}
          choices={CONCLUSION_STATES.map(one => ({ value: one, label: t(`state.${one}`) }))}
        />
        <TextArea
          label={t('groups.move-result')}
          help={t('groups.move-result-help')}
          rows={3}
          value={result}
          onChange={setResult}
        />
        <Problem of={moving} />
      </Form>
    </Dialog>
  )
}
