import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { resetSecondFactor } from '../commands/reset-second-factor.ts'
import type { accounts } from '../queries.ts'
import { AccountFields, AccountPlaceFields, roleWord } from './account-fields.tsx'
import { DisableDialog } from './disable-dialog.tsx'
import type { Bodies } from './organisation.tsx'
import { Posts } from './posts.tsx'
import { useNewAccount } from './use-new-account.ts'

export type Account = AnswerOf<typeof accounts>['accounts'][number]

type Units = Bodies['bodies'][number]['units']

const columnsFor = (units: Units, onDisable: (account: Account) => void): Column<Account>[] => [
  { key: 'name', title: t('agencies.display-name'), sort: row => row.displayName, cell: row => row.displayName },
  { key: 'posts', title: t('agencies.posts'), cell: row => <Posts account={row} units={units} /> },
  { key: 'roles', title: t('agencies.roles'), cell: row => row.roles.map(roleWord).join(', ') },
  { key: 'username', title: t('agencies.username'), sort: row => row.username, cell: row => row.username },
  { key: 'factor', title: t('agencies.factor'), cell: row => <Factor account={row} /> },
  {
    key: 'state',
    title: t('agencies.account-state'),
    cell: row => {
      if (row.disabled) return <span className="quiet">{t('agencies.account-disabled')}</span>
      if (row.id === me().accountId) return t('agencies.account-open')
      return <Button onClick={() => onDisable(row)}>{t('agencies.disable')}</Button>
    },
  },
]

/** A lost telephone is taken off; there is nothing to undo, since its person simply enrols one again. */
function Factor({ account }: { account: Account }) {
  const reset = useCommand<InputOf<typeof resetSecondFactor>>('agencies.reset-second-factor')
  const name = account.displayName
  const take = async () => {
    if (await reset.send({ accountId: account.id })) tell(t('agencies.factor-reset', { name }))
  }
  return (
    <>
      {find(`agencies.factor-${account.secondFactor}`)}{' '}
      {account.secondFactor === 'set' && account.id !== me().accountId && (
        <Button
          look="plain"
          className="no-print"
          busy={reset.state === 'sending'}
          onClick={() => void take()}
          aria-label={t('agencies.reset-factor-for', { name })}
        >
          {t('agencies.reset-factor')}
        </Button>
      )}
      <Problem of={reset} />
    </>
  )
}

/** The accounts of the administrator's own body. */
export function AccountsPart({ bodies }: { bodies: Bodies['bodies'] }) {
  const found = useAnswer<AnswerOf<typeof accounts>>('agencies.accounts', {})
  const [adding, setAdding] = useState(false)
  const [disabling, setDisabling] = useState<Account | null>(null)
  const units = bodies.find(body => body.id === me().body.id)?.units ?? []
  const add = (
    <Button look="main" onClick={() => setAdding(true)}>
      {t('agencies.add-account')}
    </Button>
  )
  return (
    <>
      <Answered of={found}>
        {({ accounts: rows }) => (
          <>
            {rows.length < 2 ? (
              <EmptyPlace title={t('agencies.no-accounts')} help={t('agencies.no-accounts-help')} action={add} />
            ) : (
              <div className="row no-print">{add}</div>
            )}
            <Table caption={t('agencies.accounts')} columns={columnsFor(units, setDisabling)} rows={rows} keyOf={row => row.id} />
          </>
        )}
      </Answered>
      {adding && <AccountDialog units={units} onClose={() => setAdding(false)} />}
      {disabling && <DisableDialog account={disabling} onClose={() => setDisabling(null)} />}
    </>
  )
}

function AccountDialog({ units, onClose }: { units: Units; onClose: () => void }) {
  const { value, set, problemOf, save, add } = useNewAccount(me().body.id, ['officer'], onClose)
  return (
    <Dialog title={t('agencies.add-account')} onClose={onClose}>
      <Form onSubmit={() => void add()} submit={t('agencies.add-account')} busy={save.state === 'sending'}>
        <AccountFields value={value} set={set} problemOf={problemOf} passwordHelp={t('agencies.password-first-help')} />
        <AccountPlaceFields value={value} set={set} problemOf={problemOf} units={units} />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
