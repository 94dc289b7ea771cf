import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button, DownloadLink } from '../../../ui/components/button.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { revokeAuthorisation } from '../commands/revoke-authorisation.ts'
import type { authorisations } from '../queries.ts'
import { AuthoriseDialog } from './authorise-dialog.tsx'
import { type ProgrammeName, useProgrammes } from './use-programmes.ts'

type Answer = AnswerOf<typeof authorisations>
type Row = Answer['authorisations'][number]

const STATES = {
  ahead: 'agencies.authorisation-ahead',
  holds: 'agencies.authorisation-holds',
  over: 'agencies.authorisation-over',
  revoked: 'agencies.authorisation-revoked',
} as const

/** Which acts, and in which programmes where not in all. */
function Reach({ row, programmes }: { row: Row; programmes: readonly ProgrammeName[] }) {
  const nameOf = (id: string) => {
    const found = programmes.find(one => one.id === id)
    return found?.number ?? found?.title ?? t('agencies.unknown-programme')
  }
  const where = row.programmeIds === null ? t('agencies.all-programmes') : row.programmeIds.map(nameOf).join('; ')
  return (
    <>
      {row.acts.map(act => t(`agencies.act-${act}`)).join(', ')}
      <div className="quiet small">{where}</div>
    </>
  )
}

type ColumnsWith = { onRevoke: ((row: Row) => void) | null; programmes: readonly ProgrammeName[] }

const columnsFor = ({ onRevoke, programmes }: ColumnsWith): Column<Row>[] => [
  {
    key: 'paper',
    title: t('agencies.authorisation-number'),
    cell: row => t('agencies.decision', { number: row.number, day: printDate(row.paperDate) }),
  },
  { key: 'person', title: t('agencies.authorisation-person'), sort: row => row.displayName, cell: row => row.displayName },
  { key: 'giver', title: t('agencies.authorisation-giver'), cell: row => row.givenBy },
  { key: 'scope', title: t('agencies.authorisation-scope'), cell: row => row.scope },
  { key: 'acts', title: t('agencies.authorisation-acts'), cell: row => <Reach row={row} programmes={programmes} /> },
  {
    key: 'time',
    title: t('agencies.authorisation-time'),
    sort: row => row.from,
    cell: row => `${printDate(row.from)} – ${printDate(row.to)}`,
  },
  {
    key: 'file',
    title: t('agencies.authorisation-file'),
    cell: row => row.file && <DownloadLink href={`/api/files/${row.file.id}`}>{row.file.name}</DownloadLink>,
  },
  { key: 'state', title: t('agencies.authorisation-state'), cell: row => t(STATES[row.state]) },
  ...(onRevoke
    ? [
        {
          key: 'revoke',
          buttons: true as const,
          title: t('agencies.manage'),
          cell: (row: Row) =>
            (row.state === 'holds' || row.state === 'ahead') && (
              <Button onClick={() => onRevoke(row)}>{t('agencies.revoke')}</Button>
            ),
        },
      ]
    : []),
]

/** The papers by which others than leaders decide for the own body; leaders add and end them. */
export function AuthorisationsPart() {
  const found = useAnswer<Answer>('agencies.authorisations', {})
  const programmes = useProgrammes()
  const [adding, setAdding] = useState(false)
  const revoke = useCommand<InputOf<typeof revokeAuthorisation>, { version: number }>('agencies.revoke-authorisation')
  const end = async ({ id: authorisationId, version, number }: Row) => {
    const done = await revoke.send({ authorisationId, version, revoked: true })
    if (!done) return
    tell(t('agencies.revoked', { number }), async () => {
      await sendCommand('agencies.revoke-authorisation', { authorisationId, version: done.answer.version, revoked: false })
      await refresh(['agencies'])
    })
  }
  return (
    <Answered of={found}>
      {({ authorisations: rows, can }) => {
        const add = can.authorise && (
          <Button look="main" onClick={() => setAdding(true)}>
            {t('agencies.authorise')}
          </Button>
        )
        return (
          <>
            <p className="quiet">{t('agencies.authorisations-why')}</p>
            <Problem of={revoke} />
            {rows.length === 0 ? (
              <EmptyPlace title={t('agencies.no-authorisations')} help={t('agencies.no-authorisations-help')} action={add} />
            ) : (
              <>
                {add && <div className="row no-print">{add}</div>}
                <Table
                  caption={t('agencies.authorisations')}
                  columns={columnsFor({ onRevoke: can.authorise ? row => void end(row) : null, programmes })}
                  rows={rows}
                  keyOf={row => row.id}
                />
              </>
            )}
            {adding && <AuthoriseDialog onClose={() => setAdding(false)} />}
          </>
        )
      }}
    </Answered>
  )
}
