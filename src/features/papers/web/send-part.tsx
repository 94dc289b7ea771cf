import { useState } from 'react'
import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { ReturnDialog } from '../../../ui/components/return-dialog.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { SendWay } from '../dispatch/contract.ts'
import { MailAgain } from './mail-again.tsx'
import type { Shown } from './types.ts'

type Row = { key: string; toBodyId: string | null; toName: string; way: SendWay | 'none'; mailTo: string }
type Sent = Shown['dispatches'][number]

const rowsOf = ({ recipients }: Shown): Row[] =>
  recipients.map(one => ({
    key: newId(),
    toBodyId: one.bodyId,
    toName: one.name,
    way: one.sent ? 'none' : one.bodyId ? 'inside' : 'post',
    mailTo: one.email ?? '',
  }))

/** To whom the issued paper goes and by which way; below, what became of each sending. */
export function SendPart({ shown }: { shown: Shown }) {
  const { paper, can, dispatches } = shown
  const [rows, setRows] = useState(() => rowsOf(shown))
  const [open, setOpen] = useState(false)
  const [recalling, setRecalling] = useState(false)
  const [again, setAgain] = useState<Sent | null>(null)
  const send = useCommand<object>('papers.send-paper')
  if (paper.issuedAt === null) return null
  const chosen = rows.filter(row => row.way !== 'none')
  const change = (key: string, part: Partial<Row>) =>
    setRows(all => all.map(row => (row.key === key ? { ...row, ...part } : row)))
  const confirm = async () => {
    const sendings = chosen.map(({ toBodyId, toName, way, mailTo }) => ({
      dispatchId: newId(),
      way,
      toName,
      ...(toBodyId ? { toBodyId } : {}),
      ...(way === 'mail' ? { mailTo } : {}),
    }))
    if (!(await send.send({ paperId: paper.id, version: paper.version, sendings }))) return
    tell(t('papers.sent-done'))
    setOpen(false)
  }
  return (
    <section className="card padded stack" aria-labelledby="send">
      <h2 id="send">{t('papers.send-title')}</h2>
      {dispatches.length > 0 && (
        <Table
          caption={t('papers.sent-to')}
          columns={can.send === null ? [...columnsOf(paper.state), againColumn(setAgain)] : columnsOf(paper.state)}
          rows={dispatches}
          keyOf={row => row.id}
        />
      )}
      {can.send === null && open && (
        <ConfirmOut
          to={chosen.map(row => row.toName)}
          action={t('papers.send')}
          onConfirm={() => void confirm()}
          onBack={() => setOpen(false)}
          sending={send}
        >
          <p>
            <b>{paper.title}</b>
          </p>
          <p>{[paper.cited, paper.dated && printDate(paper.dated)].filter(Boolean).join(' · ')}</p>
          {rows.map(row => (
            <div key={row.key} className="stack">
              <SelectField
                label={row.toName}
                empty={null}
                value={row.way}
                onChange={way => change(row.key, { way })}
                choices={waysOf(row)}
              />
              {row.way === 'mail' && (
                <TextField
                  label={t('papers.mail-to')}
                  required
                  value={row.mailTo}
                  onChange={mailTo => change(row.key, { mailTo })}
                />
              )}
            </div>
          ))}
        </ConfirmOut>
      )}
      {!open && (
        <div className="row no-print">
          {can.send === null && (
            <Button look="main" onClick={() => setOpen(true)}>
              {t('papers.send')}
            </Button>
          )}
          <DownloadLink href={`/api/exports/paper-sending/${paper.id}.zip`}>{t('papers.as-zip')}</DownloadLink>
          {can.amend === null && (
            <>
              <ButtonLink to={`/van-ban/soan?dinh-chinh=${paper.id}`}>{t('papers.correct')}</ButtonLink>
              <ButtonLink to={`/van-ban/moi?thay-the=${paper.id}`}>{t('papers.replace')}</ButtonLink>
            </>
          )}
          {can.recall === null && (
            <Button look="danger" onClick={() => setRecalling(true)}>
              {t('papers.recall')}
            </Button>
          )}
        </div>
      )}
      {again && <MailAgain sent={again} onClose={() => setAgain(null)} />}
      {recalling && (
        <ReturnDialog
          command="papers.recall-paper"
          at={{ paperId: paper.id, version: paper.version }}
          title={t('papers.recall-title')}
          submit={t('papers.recall')}
          label={t('papers.recall-reason')}
          help={t('papers.recall-help')}
          done={t('papers.recalled-done')}
          onClose={() => setRecalling(false)}
        />
      )}
    </section>
  )
}

const waysOf = ({ toBodyId }: Row) =>
  (['inside', 'mail', 'zip', 'post', 'none'] as const)
    .filter(way => way !== 'inside' || toBodyId !== null)
    .map(value => ({ value, label: t(`papers.way-${value}`) }))

function standing({ way, received, receivedAt, returned, returnedReason, fate }: Sent, state: string): string {
  if (received) return t('papers.sent-received', { day: vietnamDate(new Date(receivedAt ?? '')) })
  if (returned) return t('papers.sent-returned', { reason: returnedReason ?? '' })
  if (way !== 'mail') return t('papers.sent-only')
  // What was recalled before it left is not on its way.
  if (state === 'recalled' && (fate === null || fate === 'not-sent')) return t('papers.fate-stopped')
  return t(`papers.fate-${(fate ?? 'waiting') as 'sent' | 'not-sent' | 'unknown' | 'waiting'}`)
}

const againColumn = (open: (row: Sent) => void): Column<Sent> => ({
  key: 'again',
  title: t('papers.do'),
  buttons: true,
  cell: row =>
    row.stranded ? (
      <Button look="plain" aria-label={t('papers.mail-again-title', { name: row.toName })} onClick={() => open(row)}>
        {t('papers.mail-again')}
      </Button>
    ) : null,
})

const columnsOf = (state: string): readonly Column<Sent>[] => [
  { key: 'to', title: t('papers.recipients'), cell: row => row.toName, sort: row => row.toName },
  { key: 'way', title: t('papers.send-way'), cell: row => t(`papers.way-${row.way}`) },
  { key: 'at', title: t('papers.sent-at'), cell: row => printDate(vietnamDate(new Date(row.sentAt))), sort: row => row.sentAt },
  { key: 'standing', title: t('papers.state'), cell: row => standing(row, state) },
]
