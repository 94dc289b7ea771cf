import { Button } from '../../../ui/components/button.tsx'
import { FieldGroup } from '../../../ui/components/field.tsx'
import { ChecksField, NumberField, TextField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Member } from '../contract.ts'
import type { PartProps } from './supervision-form.tsx'

const SEATS = ['front', 'inspectors', 'villagers'] as const

/** Who sits on a community board: counts by kind, and that conflicts of interest were asked. */
export function BoardFields({ value, set }: PartProps) {
  return (
    <>
      <FieldGroup label={t('supervision.board')} help={t('supervision.board-help')}>
        {SEATS.map(seat => (
          <NumberField
            key={seat}
            label={t(`supervision.board-${seat}`)}
            required
            value={value.board[seat]}
            onChange={count => set({ board: { ...value.board, [seat]: count } })}
          />
        ))}
      </FieldGroup>
      <ChecksField
        label={t('supervision.conflicts')}
        required
        value={value.conflictsAsked ? ['asked'] : []}
        onChange={asked => set({ conflictsAsked: asked.length > 0 })}
        choices={[{ value: 'asked', label: t('supervision.conflicts-yes') }]}
      />
    </>
  )
}

/** Officials of a team by body and post; the first one heads it. */
export function TeamFields({ value: { members }, set }: PartProps) {
  const change = (at: number, part: Partial<Member>) =>
    set({ members: members.map((member, place) => (place === at ? { ...member, ...part } : member)) })
  return (
    <FieldGroup label={t('supervision.team')} help={t('supervision.team-help')}>
      {members.map((member, at) => (
        <div className="stack" key={at}>
          <TextField
            label={t('supervision.member-body')}
            required
            value={member.fromBody}
            onChange={fromBody => change(at, { fromBody })}
          />
          <TextField label={t('supervision.member-post')} required value={member.post} onChange={post => change(at, { post })} />
          <TextField
            label={t('supervision.member-name')}
            value={member.official}
            onChange={official => change(at, { official })}
            spellCheck={false}
          />
          <div className="row">
            <Button look="plain" onClick={() => set({ members: members.filter((_, place) => place !== at) })}>
              {t('supervision.member-remove', { at: at + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => set({ members: [...members, { fromBody: '', post: '', official: '', heads: false }] })}>
          {t('supervision.member-add')}
        </Button>
      </div>
    </FieldGroup>
  )
}
