import { DateField } from '../../../ui/components/date-field.tsx'
import { type Choice, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { BodyKind, BodyLevel } from '../contract.ts'

export type PrintedDraft = { name: string; shortName: string; symbol: string; code: string; superior: string; place: string }
export type ContactDraft = {
  kind: BodyKind | ''
  level: BodyLevel | ''
  parentBody: string | null
  email: string
  address: string
  validFrom: string | null
  validTo: string | null
}
export type BodyDraft = PrintedDraft & Pick<ContactDraft, 'kind' | 'level'>
export const EMPTY_BODY: BodyDraft = {
  name: '',
  shortName: '',
  symbol: '',
  code: '',
  kind: '',
  level: '',
  superior: '',
  place: '',
}

const KINDS: readonly BodyKind[] = ['state', 'party', 'front', 'mass']
const LEVELS: readonly BodyLevel[] = ['central', 'province', 'commune', 'district']

const filled = <Field extends string>(field: Field, value: string | null) =>
  (value?.trim() ? { [field]: value } : {}) as { [Key in Field]?: string }

/** Drafts as the commands want them: what is empty is left out. */
export const printedInputOf = ({ name, shortName, symbol, place, code, superior }: PrintedDraft) => ({
  name,
  shortName,
  symbol,
  place,
  ...filled('code', code),
  ...filled('superior', superior),
})
export const contactInputOf = ({ level, parentBody, email, address, validFrom, validTo }: ContactDraft) => ({
  ...(level ? { level } : {}),
  ...filled('parentBody', parentBody),
  ...filled('email', email),
  ...filled('address', address),
  ...filled('validFrom', validFrom),
  ...filled('validTo', validTo),
})
export const bodyInputOf = ({ level, kind: _kind, ...printed }: BodyDraft) => ({
  ...printedInputOf(printed),
  ...(level ? { level } : {}),
})

type FieldsProps<Draft> = {
  value: Draft
  set: (change: Partial<Draft>) => void
  problemOf: (field: string) => string | null
}

const kindChoices = (): Choice<BodyKind>[] => KINDS.map(kind => ({ value: kind, label: t(`agencies.kind-${kind}`) }))
const levelChoices = (): Choice<BodyLevel>[] => LEVELS.map(level => ({ value: level, label: t(`agencies.level-${level}`) }))

/** What papers print of a body. */
export function PrintedFields({ value, set, problemOf }: FieldsProps<PrintedDraft>) {
  const text = (field: keyof PrintedDraft) => ({
    value: value[field],
    onChange: (typed: string) => set({ [field]: typed }),
    problem: problemOf(field),
  })
  return (
    <>
      <TextField label={t('agencies.body-name')} help={t('agencies.body-name-help')} required {...text('name')} />
      <TextField label={t('agencies.body-short')} help={t('agencies.body-short-help')} required {...text('shortName')} />
      <TextField
        label={t('agencies.body-symbol')}
        help={t('agencies.body-symbol-help')}
        required
        short
        {...text('symbol')}
        onChange={typed => set({ symbol: typed.toLocaleUpperCase('vi') })}
      />
      <TextField label={t('agencies.body-code')} help={t('agencies.body-code-help')} short spellCheck={false} {...text('code')} />
      <TextField label={t('agencies.body-place')} help={t('agencies.body-place-help')} required {...text('place')} />
      <TextField label={t('agencies.body-superior')} help={t('agencies.body-superior-help')} {...text('superior')} />
    </>
  )
}

/** What a body is called, how it stands in papers, and of which kind it is. */
export function BodyFields({ value, set, problemOf }: FieldsProps<BodyDraft>) {
  return (
    <>
      <PrintedFields value={value} set={set} problemOf={problemOf} />
      <SelectField
        label={t('agencies.body-kind')}
        required
        choices={kindChoices()}
        value={value.kind}
        onChange={kind => set({ kind })}
        problem={problemOf('kind')}
      />
      <SelectField
        label={t('agencies.body-level')}
        choices={levelChoices()}
        value={value.level}
        onChange={level => set({ level })}
        problem={problemOf('level')}
      />
    </>
  )
}

type ContactProps = FieldsProps<ContactDraft> & { bodies: readonly { id: string; name: string }[] }

/** How a body is reached, where it stands, and from when to when. */
export function ContactFields({ value, set, problemOf, bodies }: ContactProps) {
  return (
    <>
      <SelectField
        label={t('agencies.body-kind')}
        required
        empty={null}
        choices={kindChoices()}
        value={value.kind}
        onChange={kind => set({ kind })}
      />
      <SelectField
        label={t('agencies.body-level')}
        choices={levelChoices()}
        value={value.level}
        onChange={level => set({ level })}
        problem={problemOf('level')}
      />
      <PickField
        label={t('agencies.body-parent')}
        help={t('agencies.body-parent-help')}
        value={value.parentBody}
        onChange={parentBody => set({ parentBody })}
        choices={bodies.map(body => ({ value: body.id, label: body.name }))}
      />
      <TextField
        label={t('agencies.body-email')}
        value={value.email}
        onChange={email => set({ email })}
        problem={problemOf('email')}
      />
      <TextField label={t('agencies.body-address')} value={value.address} onChange={address => set({ address })} />
      <DateField label={t('agencies.body-from')} value={value.validFrom} onChange={validFrom => set({ validFrom })} />
      <DateField
        label={t('agencies.body-to')}
        help={t('agencies.body-to-help')}
        value={value.validTo}
        onChange={validTo => set({ validTo })}
      />
    </>
  )
}
