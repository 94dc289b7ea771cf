import { useEffect } from 'react'
import { boot } from '../../../ui/client/boot.ts'
import { t } from '../../../ui/messages/index.ts'
import { FirstAdministrator } from './first-administrator.tsx'
import { SignIn } from './sign-in.tsx'

/** What stands before the house: signing in, or founding it where it is empty. */
export function Door() {
  const { setup } = boot()
  useEffect(() => {
    document.title = t('shell.page-title', { page: t(setup ? 'agencies.setup-title' : 'agencies.sign-in-title') })
  }, [setup])
  return setup ? <FirstAdministrator /> : <SignIn />
}
