import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { GROUPS } from '../kinds.ts'
import type { pieces } from '../queries/pieces.ts'
import type { Bodies } from './draft-form.tsx'
import type { EndingDraft } from './ending-fields.tsx'

type Change = Partial<EndingDraft>
type Props = { bodies: Bodies; ending: EndingDraft; onChange: (change: Change) => void }

/** As the command takes it: who takes what, where several take over; nothing where one does. */
export function chosenOf({ coHeirs, choices, pieces: own }: Pick<EndingDraft, 'coHeirs' | 'choices' | 'pieces'>) {
  if (coHeirs.length === 0) return { coHeirs: [], choices: [], pieces: [] }
  const chosen = GROUPS.flatMap(group => (choices[group] ? [{ group, heirId: choices[group] }] : []))
  const apart = Object.entries(own).flatMap(([key, heirId]) => {
    const [kind, id] = key.split(' ')
    return kind && id && heirId ? [{ kind, id, heirId }] : []
  })
  return { coHeirs, choices: chosen, pieces: apart }
}

/** Further heirs of a body that is split, and what passes to which of them. */
export function ChoiceFields({ bodies, ending, onChange }: Props) {
  const { bodyId, heirId, coHeirs } = ending
  const heirs = bodies.filter(body => [heirId, ...coHeirs].includes(body.id))
  const free = bodies.filter(body => body.id !== bodyId && !heirs.includes(body))
  return (
    <>
      {coHeirs.map(id => {
        const name = bodies.find(body => body.id === id)?.name ?? ''
        return (
          <div className="row" key={id}>
            <span>{name}</span>
            <Button
              look="plain"
              onClick={() => onChange({ coHeirs: coHeirs.filter(one => one !== id), choices: {}, pieces: {} })}
            >
              {t('reorganisation.co-heir-less', { name })}
            </Button>
          </div>
        )
      })}
      {heirId !== '' && (
        <SelectField
          label={t('reorganisation.co-heir')}
          empty={t('reorganisation.co-heir-add')}
          value=""
          onChange={id => id && onChange({ coHeirs: [...coHeirs, id] })}
          choices={free.map(body => ({ value: body.id, label: body.name }))}
        />
      )}
      {coHeirs.length > 0 && <Choices heirs={heirs} ending={ending} onChange={onChange} />}
    </>
  )
}

type ChoicesProps = { heirs: Bodies; ending: EndingDraft; onChange: (change: Change) => void }

function Choices({ heirs, ending, onChange }: ChoicesProps) {
  const { bodyId, choices } = ending
  const own = bodyId === me().body.id
  const found = useAnswer<AnswerOf<ReturnType<typeof pieces>>>('reorganisation.pieces', {}, { enabled: own })
  const offered = heirs.map(body => ({ value: body.id, label: body.name }))
  return (
    <fieldset className="stack">
      <legend>{t('reorganisation.choices-of', { name: heirs.map(body => body.shortName).join(', ') })}</legend>
      <p className="quiet">{t('reorganisation.choices-help')}</p>
      {GROUPS.map(group => (
        <SelectField
          key={group}
          label={t('reorganisation.choice', { what: t(`reorganisation.group-${group}`) })}
          required
          empty={t('reorganisation.choice-open')}
          value={choices[group] ?? ''}
          onChange={heirId => onChange({ choices: { ...choices, [group]: heirId } })}
          choices={offered}
        />
      ))}
      {(found.data?.pieces ?? []).map(({ kind, id, title }) => (
        <SelectField
          key={id}
          label={t('reorganisation.piece', { title })}
          empty={t('reorganisation.piece-with')}
          value={ending.pieces[`${kind} ${id}`] ?? ''}
          onChange={heirId => onChange({ pieces: { ...ending.pieces, [`${kind} ${id}`]: heirId } })}
          choices={offered}
        />
      ))}
    </fieldset>
  )
}
