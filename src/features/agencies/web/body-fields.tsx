import { type Choice, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { BodyKind } from '../contract.ts'

export type BodyDraft = { name: string; shortName: string; symbol: string; kind: BodyKind | ''; superior: string; place: string }
export const EMPTY_BODY: BodyDraft = { name: '', shortName: '', symbol: '', kind: '', superior: '', place: '' }

const KINDS: readonly BodyKind[] = ['state', 'party', 'front', 'mass']

/** A draft as the command wants it: no empty superior. */
export const bodyInputOf = ({ superior, ...body }: BodyDraft) => ({ ...body, ...(superior.trim() ? { superior } : {}) })

type BodyFieldsProps = {
  value: BodyDraft
  set: (change: Partial<BodyDraft>) => void
  problemOf: (field: string) => string | null
}

/** What a body is called and how it stands in papers. */
export function BodyFields({ value, set, problemOf }: BodyFieldsProps) {
  const kinds: Choice<BodyKind>[] = KINDS.map(kind => ({ value: kind, label: t(`agencies.kind-${kind}`) }))
  const text = (field: 'name' | 'shortName' | 'symbol' | 'place' | 'superior') => ({
    value: value[field],
    onChange: (typed: string) => set({ [field]: typed }),
    problem: problemOf(field),
  })
  return (
    <>
      <TextField label={t('agencies.body-name')} help={t('agencies.body-name-help')} required {...text('name')} />
      <TextField label={t('agencies.body-short')} help={t('agencies.body-short-help')} required {...text('shortName')} />
      <SelectField
        label={t('agencies.body-kind')}
        required
        choices={kinds}
        value={value.kind}
        onChange={kind => set({ kind })}
        problem={problemOf('kind')}
      />
      <TextField
        label={t('agencies.body-symbol')}
        help={t('agencies.body-symbol-help')}
        required
        short
        {...text('symbol')}
        onChange={typed => set({ symbol: typed.toLocaleUpperCase('vi') })}
      />
      <TextField label={t('agencies.body-place')} help={t('agencies.body-place-help')} required {...text('place')} />
      <TextField label={t('agencies.body-superior')} help={t('agencies.body-superior-help')} {...text('superior')} />
    </>
  )
}
