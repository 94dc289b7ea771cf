import type { PostRole } from '../../../kernel/permissions.ts'
import { ChecksField, type Choice, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PasswordField } from './password-field.tsx'

export type AccountDraft = {
  displayName: string
  post: string
  username: string
  password: string
  roles: PostRole[]
  unitId: string
}
export const EMPTY_ACCOUNT: AccountDraft = { displayName: '', post: '', username: '', password: '', roles: [], unitId: '' }

const ROLE_ORDER: readonly PostRole[] = ['officer', 'head', 'leader', 'clerk', 'administrator', 'viewer']

export const roleWord = (role: string): string => {
  const known = ROLE_ORDER.find(one => one === role)
  return known ? t(`agencies.role-${known}`) : role === 'authorised' ? t('agencies.role-authorised') : role
}

type AccountFieldsProps = {
  value: AccountDraft
  set: (change: Partial<AccountDraft>) => void
  problemOf: (field: string) => string | null
  passwordHelp: string
}

/** Who the person is and how they sign in. */
export function AccountFields({ value, set, problemOf, passwordHelp }: AccountFieldsProps) {
  const text = (field: 'displayName' | 'post' | 'username') => ({
    value: value[field],
    onChange: (typed: string) => set({ [field]: typed }),
    problem: problemOf(field),
  })
  return (
    <>
      <TextField label={t('agencies.display-name')} required {...text('displayName')} />
      <TextField label={t('agencies.post')} {...text('post')} />
      <TextField
        label={t('agencies.username')}
        help={t('agencies.username-help')}
        required
        spellCheck={false}
        autoComplete="off"
        {...text('username')}
      />
      <PasswordField
        label={t('agencies.password')}
        help={passwordHelp}
        required
        autoComplete="new-password"
        value={value.password}
        onChange={password => set({ password })}
        problem={problemOf('password')}
      />
    </>
  )
}

type PlaceDraft = Pick<AccountDraft, 'roles' | 'unitId'>
type PlaceFieldsProps = {
  value: PlaceDraft
  set: (change: Partial<PlaceDraft>) => void
  problemOf: (field: string) => string | null
  units: readonly { id: string; name: string }[]
}

/** Unit and roles within the body. */
export function AccountPlaceFields({ value, set, problemOf, units }: PlaceFieldsProps) {
  const choices: Choice<PostRole>[] = ROLE_ORDER.map(role => ({ value: role, label: t(`agencies.role-${role}`) }))
  return (
    <>
      {units.length > 0 && (
        <SelectField
          label={t('agencies.unit')}
          empty={t('agencies.whole-body')}
          choices={units.map(unit => ({ value: unit.id, label: unit.name }))}
          value={value.unitId}
          onChange={unitId => set({ unitId })}
        />
      )}
      <ChecksField
        label={t('agencies.roles')}
        help={t('agencies.roles-help')}
        required
        choices={choices}
        value={value.roles}
        onChange={roles => set({ roles })}
        problem={problemOf('roles')}
      />
    </>
  )
}
