import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { createBody } from '../commands/create-body.ts'
import { BodyFields, bodyInputOf, EMPTY_BODY } from './body-fields.tsx'

type Added = { id: string; shortName: string }

/** Enters a body into the site's list; what is typed stays until it is sent. */
export function BodyDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (body: Added) => void }) {
  const draft = useDraft('body', EMPTY_BODY)
  const [bodyId] = useState(() => newId())
  const save = useCommand<InputOf<typeof createBody>>('agencies.create-body')
  const { name, shortName, symbol, place, kind } = draft.value
  const required = useRequired({ name, shortName, kind, symbol, place })

  const add = async () => {
    if (!required.check() || kind === '') return
    const done = await save.send({ bodyId, ...bodyInputOf(draft.value), kind })
    if (!done) return
    draft.clear()
    tell(t('agencies.body-added', { name }))
    onAdded({ id: bodyId, shortName })
  }
  return (
    <Dialog title={t('agencies.add-body')} onClose={onClose}>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form onSubmit={() => void add()} submit={t('agencies.add-body')} busy={save.state === 'sending'}>
        <BodyFields value={draft.value} set={draft.set} problemOf={field => required.problemOf(field) ?? save.problemAt(field)} />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
