import { SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { BODY_KINDS, BODY_LEVELS, type BodyKind, type BodyLevel } from '../../agencies/contract.ts'
import type { Bodies } from './draft-form.tsx'

export type MovingDraft = { bodyId: string; parentBody: string; kind: BodyKind | ''; level: BodyLevel | '' }
type Props = { bodies: Bodies; value: MovingDraft; onChange: (value: MovingDraft) => void }

/** A body that goes on under another superior, of another kind or at another level. */
export function MovingFields({ bodies, value, onChange }: Props) {
  const choose = (bodyId: string) => {
    const body = bodies.find(one => one.id === bodyId)
    const level = BODY_LEVELS.find(one => one === body?.level) ?? ''
    const kind = BODY_KINDS.find(one => one === body?.kind) ?? ''
    onChange({ bodyId, kind, level, parentBody: body?.parentBody ?? '' })
  }
  const choices = bodies.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <SelectField label={t('reorganisation.body')} required value={value.bodyId} onChange={choose} choices={choices} />
      <SelectField
        label={t('reorganisation.parent')}
        empty={t('reorganisation.no-parent')}
        value={value.parentBody}
        onChange={parentBody => onChange({ ...value, parentBody })}
        choices={choices.filter(one => one.value !== value.bodyId)}
      />
      <SelectField
        label={t('reorganisation.body-kind')}
        required
        value={value.kind}
        onChange={kind => onChange({ ...value, kind })}
        choices={BODY_KINDS.map(kind => ({ value: kind, label: t(`agencies.kind-${kind}`) }))}
      />
      <SelectField
        label={t('reorganisation.level')}
        value={value.level}
        onChange={level => onChange({ ...value, level })}
        choices={BODY_LEVELS.map(level => ({ value: level, label: t(`agencies.level-${level}`) }))}
      />
    </>
  )
}
