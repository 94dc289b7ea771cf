import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { changeBody } from '../commands/change-body.ts'
import type { BodyKind, BodyLevel } from '../contract.ts'
import { type ContactDraft, ContactFields, contactInputOf } from './body-fields.tsx'
import type { Body } from './body-page.tsx'

const draftOf = (body: Body): ContactDraft => ({
  kind: body.kind as BodyKind,
  level: (body.level ?? '') as BodyLevel | '',
  parentBody: body.parentBody,
  email: body.email ?? '',
  address: body.address ?? '',
  validFrom: body.validFrom,
  validTo: body.validTo,
})

/** How a body is reached and where it stands. */
export function ContactDialog({ body, bodies, onClose }: { body: Body; bodies: readonly Body[]; onClose: () => void }) {
  const [value, setValue] = useState(() => draftOf(body))
  const save = useCommand<InputOf<typeof changeBody>>('agencies.change-body')
  const go = async () => {
    if (value.kind === '') return
    const done = await save.send({ bodyId: body.id, version: body.version, kind: value.kind, ...contactInputOf(value) })
    if (!done) return
    tell(t('agencies.contact-changed', { name: body.shortName }))
    onClose()
  }
  return (
    <Dialog title={t('agencies.contact-title', { body: body.shortName })} onClose={onClose}>
      <Form onSubmit={() => void go()} submit={t('agencies.save')} busy={save.state === 'sending'}>
        <ContactFields
          value={value}
          set={change => setValue({ ...value, ...change })}
          problemOf={save.problemAt}
          bodies={bodies.filter(one => one.id !== body.id)}
        />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
