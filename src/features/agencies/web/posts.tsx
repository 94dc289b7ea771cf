import { useState } from 'react'
import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { PostRole } from '../../../kernel/permissions.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { endPost } from '../commands/end-post.ts'
import type { givePost } from '../commands/give-post.ts'
import { AccountPlaceFields } from './account-fields.tsx'
import type { Account } from './accounts-part.tsx'
import type { Bodies } from './organisation.tsx'

type Units = Bodies['bodies'][number]['units']
type Post = Account['posts'][number]

const daysOf = ({ from, to }: Post): string =>
  [from && t('agencies.post-from', { day: printDate(from) }), to && t('agencies.post-to', { day: printDate(to) })]
    .filter(Boolean)
    .join(' ')

/** "Chuyên viên Phòng Chính sách" names its unit already. */
const placed = ({ title }: Post, unit: string | undefined): string =>
  (unit && !title.includes(unit) ? [title, unit].filter(Boolean).join(' · ') : title) || t('agencies.whole-body')

/** The posts of a person, past ones among them; a new one stands beside those held. */
export function Posts({ account, units }: { account: Account; units: Units }) {
  const [giving, setGiving] = useState(false)
  const unitOf = (post: Post) => units.find(unit => unit.id === post.unitId)?.name
  return (
    <>
      {account.posts.map(post => (
        <div key={post.id}>
          {placed(post, unitOf(post))} <span className="quiet small">{daysOf(post)}</span>{' '}
          {post.can.end && !post.to && <End post={post} />}
        </div>
      ))}
      <Button look="plain" className="no-print" onClick={() => setGiving(true)}>
        {t('agencies.give-post')}
      </Button>
      {giving && <GiveDialog account={account} units={units} onClose={() => setGiving(false)} />}
    </>
  )
}

function End({ post }: { post: Post }) {
  const end = useCommand<InputOf<typeof endPost>, { version: number }>('agencies.end-post')
  const { id: postId, version, title } = post
  const stop = async () => {
    const done = await end.send({ postId, version, toOn: vietnamDate(new Date()) })
    if (!done) return
    tell(t('agencies.post-ended', { title }), async () => {
      await sendCommand('agencies.end-post', { postId, version: done.answer.version, toOn: null })
      await refresh(['agencies'])
    })
  }
  return (
    <>
      <Button
        look="plain"
        className="no-print"
        busy={end.state === 'sending'}
        onClick={() => void stop()}
        aria-label={t('agencies.end-post-for', { title })}
      >
        {t('agencies.end-post')}
      </Button>
      <Problem of={end} />
    </>
  )
}

type Draft = { title: string; unitId: string; roles: PostRole[]; from: string | null; to: string | null }

function GiveDialog({ account, units, onClose }: { account: Account; units: Units; onClose: () => void }) {
  const [postId] = useState(() => newId())
  const [value, setValue] = useState<Draft>(() => ({
    title: '',
    unitId: '',
    roles: ['officer'],
    from: vietnamDate(new Date()),
    to: null,
  }))
  const set = (change: Partial<Draft>) => setValue(before => ({ ...before, ...change }))
  const save = useCommand<InputOf<typeof givePost>>('agencies.give-post')
  const required = useRequired({ title: value.title, roles: value.roles })
  const problemOf = (field: string) => required.problemOf(field) ?? save.problemAt(field)
  const give = async () => {
    if (!required.check()) return
    const { title, roles, unitId, from, to } = value
    const more = { ...(unitId ? { unitId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
    if (!(await save.send({ postId, accountId: account.id, title, roles, ...more }))) return
    tell(t('agencies.post-given', { title }))
    onClose()
  }
  return (
    <Dialog title={t('agencies.give-post-title', { name: account.displayName })} onClose={onClose}>
      <Form onSubmit={() => void give()} submit={t('agencies.give-post')} busy={save.state === 'sending'}>
        <TextField
          label={t('agencies.post-title')}
          required
          value={value.title}
          onChange={title => set({ title })}
          problem={problemOf('title')}
        />
        <AccountPlaceFields value={value} set={set} problemOf={problemOf} units={units.filter(unit => !unit.endedOn)} />
        <DateField label={t('agencies.post-first-day')} value={value.from} onChange={from => set({ from })} />
        <DateField
          label={t('agencies.post-last-day')}
          help={t('agencies.post-last-day-help')}
          value={value.to}
          onChange={to => set({ to })}
        />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
