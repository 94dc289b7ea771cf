import { useState } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { staff } from '../queries.ts'

/** A person by account, or by a typed name and post where they have none. */
export type Named = { account: string | null; name: string; post: string }

type PersonFieldProps = {
  label: string
  postLabel: string
  help?: string | undefined
  value: Named
  onChange: (named: Named) => void
  problem: string | null
}

/** Somebody of the own side, chosen from its people; who has no account is typed. */
export function PersonField({ label, postLabel, help, value, onChange, problem }: PersonFieldProps) {
  const found = useAnswer<AnswerOf<typeof staff>>('agencies.staff', {})
  const people = found.data?.staff ?? []
  const [typing, setTyping] = useState(value.account === null && value.name !== '')
  // Who has left is no longer among the people, and still stands where they were named.
  const left = found.data && value.account !== null && !people.some(one => one.accountId === value.account)
  const turn = () => {
    setTyping(!typing)
    onChange({ account: null, name: '', post: '' })
  }
  const choose = (account: string | null) => {
    const person = people.find(one => one.accountId === account)
    onChange({ account, name: person?.displayName ?? '', post: person?.post ?? '' })
  }
  return (
    <div className="stack">
      {typing ? (
        <>
          <TextField
            label={label}
            help={help}
            required
            value={value.name}
            onChange={name => onChange({ ...value, name })}
            problem={problem}
          />
          <TextField label={postLabel} value={value.post} onChange={post => onChange({ ...value, post })} />
        </>
      ) : (
        <PickField
          label={label}
          help={help}
          required
          value={value.account}
          onChange={choose}
          choices={[
            ...(left ? [{ value: value.account!, label: value.name, note: value.post }] : []),
            ...people.map(one => ({
              value: one.accountId,
              label: one.displayName,
              note: [one.post, one.unit?.name].filter(Boolean).join(' · '),
            })),
          ]}
          problem={problem}
        />
      )}
      <div>
        <Button look="plain" onClick={turn}>
          {t(typing ? 'agencies.choose-person' : 'agencies.type-person')}
        </Button>
      </div>
    </div>
  )
}
