import { useState } from 'react'
import type { FieldProps } from '../../../ui/components/field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'

type PasswordProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at while it is typed: Telex changes letters under one's hands. */
export function PasswordField(props: PasswordProps) {
  const [seen, setSeen] = useState(false)
  return (
    <div>
      <TextField {...props} type={seen ? 'text' : 'password'} spellCheck={false} />
      <label className="choice small">
        <input type="checkbox" checked={seen} onChange={event => setSeen(event.target.checked)} />
        {t('agencies.password-see')}
      </label>
    </div>
  )
}
