import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { createAccount } from '../commands/create-account.ts'
import { type AccountDraft, EMPTY_ACCOUNT } from './account-fields.tsx'

/** The content and the sending of a new account's form. A password never stays in the browser. */
export function useNewAccount(bodyId: string, roles: AccountDraft['roles'], onAdded: () => void) {
  const [accountId] = useState(() => newId())
  const [value, setValue] = useState<AccountDraft>({ ...EMPTY_ACCOUNT, roles })
  const save = useCommand<InputOf<typeof createAccount>>('agencies.create-account', { keep: false })
  const { displayName, username, password } = value
  const required = useRequired({ displayName, username, password, roles: value.roles })
  const add = async () => {
    if (!required.check()) return
    const { unitId, ...rest } = value
    const done = await save.send({ accountId, bodyId, ...rest, ...(unitId ? { unitId } : {}) })
    if (!done) return
    tell(t('agencies.account-added', { name: displayName }))
    onAdded()
  }
  const set = (change: Partial<AccountDraft>) => setValue(before => ({ ...before, ...change }))
  const problemOf = (field: string) => required.problemOf(field) ?? save.problemAt(field)
  return { value, set, problemOf, save, add }
}
