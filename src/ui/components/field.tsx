import { type ReactNode, useId } from 'react'
import { t } from '../messages/index.ts'

export type FieldProps = {
  label: string
  help?: string | undefined
  /** What is wrong with it, as a sentence. */
  problem?: string | null | undefined
  required?: boolean
}
export type Wiring = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label above, help and problem below, tied to the control for screen readers. */
export function Field({ label, help, problem, required, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {required && <small>({t('part.required')})</small>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': problem ? true : undefined,
        'aria-required': required || undefined,
      })}
      <FieldNotes id={id} help={help} problem={problem} />
    </div>
  )
}

/** Several controls under one question. */
export function FieldGroup({ label, help, problem, required, children }: FieldProps & { children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className="field" aria-describedby={problem ? `${id}-problem` : help ? `${id}-help` : undefined}>
      <legend className="field-label">
        {label} {required && <small>({t('part.required')})</small>}
      </legend>
      {children}
      <FieldNotes id={id} help={help} problem={problem} />
    </fieldset>
  )
}

function FieldNotes({ id, help, problem }: { id: string; help: string | undefined; problem: string | null | undefined }) {
  return (
    <>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problem && (
        <span className="problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </>
  )
}
