import { ChecksField, TextField } from '../../../../ui/components/fields.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { Ground } from '../../web/types.ts'
import type { WrittenSide } from '../contract.ts'
import { chosenOf } from './use-writing.ts'

type Props = {
  ground: Ground
  /** Of every side that may issue it. */
  sides: WrittenSide[]
  /** Those that do; the own one always does. */
  signing: readonly string[]
  onSides: (sides: WrittenSide[]) => void
  /** Left out where who issues it is settled. */
  onSigning?: (signing: string[]) => void
  problemAt: (field: string) => string | null
}

/** Who issues the paper, and who signs for each side. */
export function SidesFields({ ground, sides, signing, onSides, onSigning, problemAt }: Props) {
  const others = ground.sides.filter(side => side.bodyId !== ground.own)
  const shown = chosenOf(signing, sides)
  const change = (bodyId: string, part: Partial<WrittenSide>) =>
    onSides(sides.map(side => (side.bodyId === bodyId ? { ...side, ...part } : side)))
  return (
    <>
      {onSigning && others.length > 0 && (
        <ChecksField
          label={t('papers.signing-with')}
          help={t('papers.signing-with-help')}
          value={signing.filter(id => id !== ground.own)}
          onChange={chosen =>
            onSigning([ground.own, ...ground.sides.flatMap(({ bodyId }) => (chosen.includes(bodyId) ? [bodyId] : []))])
          }
          choices={others.map(side => ({ value: side.bodyId, label: side.name }))}
          problem={problemAt('sides')}
        />
      )}
      {shown.map((side, at) => {
        const name = ground.sides.find(one => one.bodyId === side.bodyId)?.shortName ?? ''
        return (
          <fieldset key={side.bodyId} className="written-part form">
            <legend>{t('papers.signs-for', { name })}</legend>
            <TextField
              label={t('papers.signer-name')}
              required
              spellCheck={false}
              value={side.name}
              onChange={signer => change(side.bodyId, { name: signer })}
              problem={problemAt(`sides.${at}.name`)}
            />
            <TextField
              label={t('papers.signer-post')}
              help={t('papers.signer-post-help')}
              required
              value={side.post}
              onChange={post => change(side.bodyId, { post })}
              problem={problemAt(`sides.${at}.post`)}
            />
          </fieldset>
        )
      })}
    </>
  )
}
