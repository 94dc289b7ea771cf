import { useState } from 'react'
import { post, Refused } from '../../../ui/client/call.ts'
import { signIn } from '../../../ui/client/session.ts'
import { Form } from '../../../ui/components/form.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence } from '../../../ui/messages/problem.ts'
import { AccountFields, EMPTY_ACCOUNT } from './account-fields.tsx'
import { BodyFields, bodyInputOf, EMPTY_BODY } from './body-fields.tsx'
import { DoorProblem } from './sign-in.tsx'

/** Founds an empty house: its first body and that body's administrator. */
export function FirstAdministrator() {
  const [body, setBody] = useState(EMPTY_BODY)
  const [account, setAccount] = useState(EMPTY_ACCOUNT)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { name, shortName, symbol, kind, place } = body
  const { displayName, username, password } = account
  const required = useRequired({ name, shortName, kind, symbol, place, displayName, username, password })

  const found = async () => {
    if (!required.check()) return
    setBusy(true)
    setProblem(await foundAndEnter(body, account))
    setBusy(false)
  }
  return (
    <main className="door">
      <section className="card padded stack">
        <h1>{t('agencies.setup-title')}</h1>
        <p>{t('agencies.setup-why')}</p>
        <Form onSubmit={() => void found()} submit={t('agencies.setup-go')} busy={busy}>
          <h2>{t('agencies.setup-body')}</h2>
          <BodyFields value={body} set={change => setBody({ ...body, ...change })} problemOf={required.problemOf} />
          <h2>{t('agencies.setup-account')}</h2>
          <AccountFields
            value={account}
            set={change => setAccount({ ...account, ...change })}
            problemOf={required.problemOf}
            passwordHelp={t('agencies.password-help')}
          />
          <DoorProblem problem={problem} />
        </Form>
      </section>
    </main>
  )
}

/** Returns the sentence to show, or null where the page is about to come again. The sign-in screen then asks for the second factor. */
async function foundAndEnter(body: typeof EMPTY_BODY, account: typeof EMPTY_ACCOUNT): Promise<string | null> {
  const { username, displayName, password, post: position } = account
  try {
    await post('/api/first-administrator', {
      body: bodyInputOf(body),
      account: { username, displayName, password, post: position },
    })
    await signIn({ username, password }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
    })
    location.reload()
    return null
  } catch (error) {
    return problemSentence(error, false)
  }
}
