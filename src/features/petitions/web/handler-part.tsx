import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './petition-page.tsx'

/** Who handles it, for those who may give it to another. */
export function HandlerPart({ shown: { petition: one, handlers } }: { shown: Shown }) {
  const assign = useCommand<object>('petitions.assign-petition')
  const current = handlers.find(handler => handler.current)
  if (handlers.length === 0) return null
  const choose = async (handler: string) => {
    if (!handler || handler === current?.id) return
    if (!(await assign.send({ petitionId: one.id, version: one.version, handler }))) return
    tell(t('petitions.assigned'))
    await refresh(['petitions'])
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="handler">
      <h2 id="handler">{t('petitions.assign')}</h2>
      <SelectField
        label={t('petitions.handler')}
        value={current?.id ?? ''}
        onChange={handler => void choose(handler)}
        choices={handlers.map(one => ({ value: one.id, label: one.post ? `${one.name}, ${one.post}` : one.name }))}
      />
      <Problem of={assign} />
    </section>
  )
}
