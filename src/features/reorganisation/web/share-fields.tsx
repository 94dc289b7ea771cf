import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import type { Required } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Share } from '../content.ts'
import { HELD_KINDS, type HeldKind } from '../contract.ts'
import type { pieces } from '../queries/pieces.ts'
import type { Bodies } from './draft-form.tsx'
import type { EndingDraft } from './ending-fields.tsx'

type Props = {
  bodies: Bodies
  ending: EndingDraft
  onChange: (change: Partial<EndingDraft>) => void
  problemOf: Required['problemOf']
}

const choiceOf = (bodyId: string, kind: HeldKind) => `${bodyId} ${kind}`
/** What has to be chosen before it is sent: without a choice all would go to the first. */
export const choicesOf = ({ bodyId, others, kinds }: EndingDraft) =>
  others.length === 0 ? [] : HELD_KINDS.map(kind => [choiceOf(bodyId, kind), kinds[kind]] as const)

/** As the command takes it: who takes what, where several take over; nothing where one does. */
export const sharesOf = ({ bodyId, others, kinds, pieces: single }: EndingDraft): Share[] =>
  others.length === 0
    ? []
    : [
        ...HELD_KINDS.flatMap(kind => (kinds[kind] ? [{ bodyId, kind, pieceId: null, heirId: kinds[kind] }] : [])),
        ...Object.entries(single).flatMap(([pieceId, { kind, heirId }]) => (heirId ? [{ bodyId, kind, pieceId, heirId }] : [])),
      ]

/** Further bodies that take over, and what passes to which of them. */
export function ShareFields({ bodies, ending, onChange, problemOf }: Props) {
  const { bodyId, heirId, others } = ending
  const heirs = bodies.filter(body => [heirId, ...others].includes(body.id))
  const free = bodies.filter(body => body.id !== bodyId && !heirs.includes(body))
  if (!heirId) return null
  return (
    <>
      {others.map(id => {
        const name = bodies.find(body => body.id === id)?.name ?? ''
        const rest = { others: others.filter(one => one !== id), kinds: {}, pieces: {} }
        return (
          <div className="row" key={id}>
            <span>{name}</span>
            <Button look="plain" onClick={() => onChange(rest)}>
              {t('reorganisation.heir-less', { name })}
            </Button>
          </div>
        )
      })}
      <SelectField
        label={t('reorganisation.heir-further')}
        empty={t('reorganisation.heir-add')}
        value=""
        onChange={id => id && onChange({ others: [...others, id] })}
        choices={free.map(body => ({ value: body.id, label: body.name }))}
      />
      {others.length > 0 && <Choices heirs={heirs} ending={ending} onChange={onChange} problemOf={problemOf} />}
    </>
  )
}

type ChoicesProps = Omit<Props, 'bodies'> & { heirs: Bodies }

function Choices({ heirs, ending, onChange, problemOf }: ChoicesProps) {
  const { bodyId, kinds, pieces: single } = ending
  // What another body holds in detail is its own to know, and to choose.
  const own = bodyId === me().body.id
  const found = useAnswer<AnswerOf<typeof pieces>>('reorganisation.pieces', {}, { enabled: own })
  const offered = heirs.map(body => ({ value: body.id, label: body.name }))
  const ofKind = (kind: HeldKind) => (found.data?.pieces ?? []).filter(piece => piece.kind === kind)
  return (
    <fieldset className="stack">
      <legend>{t('reorganisation.shares')}</legend>
      <p className="quiet">{t('reorganisation.shares-help')}</p>
      {HELD_KINDS.map(kind => (
        <div className="stack" key={kind}>
          <SelectField
            label={t(`reorganisation.held-${kind}`)}
            required
            empty={t('reorganisation.share-open')}
            value={kinds[kind] ?? ''}
            onChange={heirId => onChange({ kinds: { ...kinds, [kind]: heirId } })}
            choices={offered}
            problem={problemOf(choiceOf(bodyId, kind))}
          />
          {ofKind(kind).length > 0 && (
            <details>
              <summary>{t('reorganisation.pieces', { count: ofKind(kind).length })}</summary>
              {ofKind(kind).map(({ id, title, programme }) => (
                <SelectField
                  key={id}
                  label={programme ? `${title} (${programme})` : title}
                  empty={t('reorganisation.piece-with')}
                  value={single[id]?.heirId ?? ''}
                  onChange={heirId => onChange({ pieces: { ...single, [id]: { kind, heirId } } })}
                  choices={offered}
                />
              ))}
            </details>
          )}
        </div>
      ))}
    </fieldset>
  )
}
