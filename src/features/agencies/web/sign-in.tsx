import { useEffect, useState } from 'react'
import { boot } from '../../../ui/client/boot.ts'
import { Refused } from '../../../ui/client/call.ts'
import { signIn } from '../../../ui/client/session.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { t } from '../../../ui/messages/index.ts'
import { problemSentence } from '../../../ui/messages/problem.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { type Enrolment, EnrolPicture, readEnrolment } from './enrol-picture.tsx'
import { PasswordField } from './password-field.tsx'

type Name = { username: string; password: string }
type Step = { at: 'name' } | { at: 'code' } | { at: 'enrol'; enrolment: Enrolment }

/** Name and password; then, for administrators and clerks, the code of their telephone. */
export function SignIn() {
  const [name, setName] = useState<Name>({ username: '', password: '' })
  const [step, setStep] = useState<Step>({ at: 'name' })
  const { send, busy, problem } = useSignIn(setStep)
  const { demo } = boot()
  const enter = (whom: Name) => {
    setName(whom)
    void send(whom)
  }
  return (
    <main className={demo.length > 0 && step.at === 'name' ? 'door with-demo' : 'door'}>
      <section className="card padded stack">
        {step.at === 'name' ? (
          <NameStep name={name} onName={setName} onSend={() => void send(name)} busy={busy} problem={problem} />
        ) : (
          <CodeStep
            enrolment={step.at === 'enrol' ? step.enrolment : null}
            onSend={code => void send({ ...name, code, ...(step.at === 'enrol' ? { enrolSecret: step.enrolment.secret } : {}) })}
            onBack={() => setStep({ at: 'name' })}
            busy={busy}
            problem={problem}
          />
        )}
      </section>
      {step.at === 'name' && demo.length > 0 && <DemoAccounts accounts={demo} onEnter={enter} />}
    </main>
  )
}

function useSignIn(onStep: (step: Step) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (request: Parameters<typeof signIn>[0]) => {
    setBusy(true)
    setProblem(null)
    try {
      await signIn(request)
      // The page comes again with this person's first screen in it.
      location.reload()
    } catch (error) {
      setBusy(false)
      const next = nextStep(error)
      if (next) onStep(next)
      else setProblem(problemSentence(error, false))
    }
  }
  return { send, busy, problem }
}

function nextStep(error: unknown): Step | null {
  if (!(error instanceof Refused)) return null
  if (error.code === 'sign-in.code-needed') return { at: 'code' }
  return error.code === 'sign-in.enrol' ? { at: 'enrol', enrolment: readEnrolment(error.data) } : null
}

/** Each step begins at its first field. */
const useFirstField = () => useEffect(() => document.querySelector<HTMLElement>('.door input')?.focus(), [])

type StepProps = { busy: boolean; problem: string | null }
type NameStepProps = StepProps & { name: Name; onName: (name: Name) => void; onSend: () => void }

function NameStep({ name, onName, onSend, busy, problem }: NameStepProps) {
  useFirstField()
  return (
    <>
      <p className="quiet">{t('shell.name')}</p>
      <h1>{t('agencies.sign-in-title')}</h1>
      <Form onSubmit={onSend} submit={t('agencies.sign-in')} busy={busy} enterSends>
        <TextField
          label={t('agencies.username')}
          value={name.username}
          onChange={username => onName({ ...name, username })}
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField
          label={t('agencies.password')}
          value={name.password}
          onChange={password => onName({ ...name, password })}
          autoComplete="current-password"
        />
        <DoorProblem problem={problem} />
      </Form>
    </>
  )
}

type CodeStepProps = StepProps & { enrolment: Enrolment | null; onSend: (code: string) => void; onBack: () => void }

function CodeStep({ enrolment, onSend, onBack, busy, problem }: CodeStepProps) {
  const [code, setCode] = useState('')
  useFirstField()
  return (
    <>
      <h1>{t(enrolment ? 'agencies.enrol-title' : 'agencies.code-title')}</h1>
      <p>{t(enrolment ? 'agencies.enrol-why' : 'agencies.code-why')}</p>
      {enrolment && <EnrolPicture enrolment={enrolment} />}
      <Form
        onSubmit={() => onSend(code.replace(/\s/g, ''))}
        submit={t(enrolment ? 'agencies.enrol-done' : 'agencies.sign-in')}
        busy={busy}
        enterSends
        others={
          <Button look="plain" onClick={onBack}>
            {t('agencies.code-back')}
          </Button>
        }
      >
        <TextField
          label={t('agencies.code')}
          help={t('agencies.code-help')}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          short
        />
        <DoorProblem problem={problem} />
      </Form>
    </>
  )
}

export const DoorProblem = ({ problem }: { problem: string | null }) =>
  problem && (
    <p className="message bad" role="alert">
      {problem}
    </p>
  )
