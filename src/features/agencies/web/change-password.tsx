import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { changePassword } from '../commands/change-password.ts'
import { PasswordField } from './password-field.tsx'

export default function ChangePassword() {
  const go = useGo()
  const [words, setWords] = useState({ old: '', new: '' })
  const change = useCommand<InputOf<typeof changePassword>>('agencies.change-password', { keep: false })
  const required = useRequired(words)
  const send = async () => {
    if (!required.check() || !(await change.send(words))) return
    tell(t('agencies.password-changed'))
    go('/')
  }
  return (
    <Page title={t('agencies.password-title')}>
      <Form onSubmit={() => void send()} submit={t('agencies.password-change')} busy={change.state === 'sending'}>
        {/* Lets a password keeper know whose password this is. */}
        <input type="text" autoComplete="username" defaultValue={me().displayName} hidden readOnly />
        <PasswordField
          label={t('agencies.password-old')}
          required
          autoComplete="current-password"
          value={words.old}
          onChange={old => setWords({ ...words, old })}
          problem={required.problemOf('old') ?? change.problemAt('old')}
        />
        <PasswordField
          label={t('agencies.password-new')}
          help={t('agencies.password-help')}
          required
          autoComplete="new-password"
          value={words.new}
          onChange={next => setWords({ ...words, new: next })}
          problem={required.problemOf('new') ?? change.problemAt('new')}
        />
        <Problem of={change} />
      </Form>
    </Page>
  )
}
