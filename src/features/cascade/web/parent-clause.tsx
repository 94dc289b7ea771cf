import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { Marked } from '../../renewal/web/marked.tsx'
import type { linkClauses } from '../commands/link-clauses.ts'
import type { How } from '../contract.ts'
import type { Clause, Mapping } from './mapping-page.tsx'

type Input = InputOf<typeof linkClauses>
type ClauseProps = { clause: Clause; upperId: string; answer: Mapping }

/** A clause of the text above; at its side what of ours carries it out, or what may, both texts side by side. */
export function ParentClause({ clause, upperId, answer: { own, programme, can } }: ClauseProps) {
  const link = useCommand<Input>('cascade.link-clauses')
  const texts = new Map(own.map(one => [one.path, one.text]))
  const decide = (childPath: string | null, how: How, reason?: string) => {
    const held = [...clause.links, ...clause.withdrawn].find(one => one.childPath === childPath)
    const at = { linkId: held?.id ?? newId(), version: held?.version ?? 0, parentPath: clause.path, childPath }
    return link.send({ upperId, links: [{ ...at, how, ...(reason ? { reason } : {}) }] })
  }
  const unlink = async ({ id, version, parentPath, childPath, how, reason }: Clause['links'][number]) => {
    const at = { linkId: id, parentPath, childPath }
    if (!(await link.send({ upperId, links: [{ ...at, version, how: null }] }))) return
    tell(t('cascade.unlinked'), async () => {
      const back = { ...at, version: version + 1, how, ...(reason ? { reason } : {}) }
      await sendCommand('cascade.link-clauses', { upperId, links: [back] }, newId(), false)
      await refresh(['cascade.'])
    })
  }
  const [first] = clause.proposals
  return (
    <li className="parent-line">
      <div>
        <strong>{citeClause(clause.path)}</strong>
        <p className="paper-text">
          <Marked text={clause.text} common={first?.inParent ?? []} />
        </p>
      </div>
      <div className="stack">
        {clause.links.map(one => (
          <div key={one.id}>
            <strong>{t(`cascade.how-${one.how ?? 'adapted'}`)}</strong>{' '}
            {one.childPath && (
              <Go to={`/chuong-trinh/${programme.id}#${encodeURIComponent(one.childPath)}`}>{citeClause(one.childPath)}</Go>
            )}
            {one.reason && <span className="quiet"> ({one.reason})</span>}
            {one.childPath && <p className="paper-text">{texts.get(one.childPath)}</p>}
            {can.work && (
              <Button look="plain" className="no-print" onClick={() => void unlink(one)}>
                {t('cascade.unlink')}
              </Button>
            )}
          </div>
        ))}
        {clause.proposals.map(one => (
          <div key={one.childPath}>
            <span className="quiet">{t('cascade.maybe', { percent: Math.round(one.likeness * 100) })}</span>{' '}
            <Go to={`/chuong-trinh/${programme.id}#${encodeURIComponent(one.childPath)}`}>{citeClause(one.childPath)}</Go>
            <p className="paper-text">
              <Marked text={texts.get(one.childPath) ?? ''} common={one.inChild} />
            </p>
            {can.work && (
              <Button className="no-print" busy={link.state === 'sending'} onClick={() => void decide(one.childPath, one.how)}>
                {t('cascade.confirm', { how: t(`cascade.how-${one.how}`) })}
              </Button>
            )}
          </div>
        ))}
        {clause.links.length === 0 && clause.proposals.length === 0 && <p className="quiet">{t('cascade.no-proposal')}</p>}
        {can.work && !clause.links.some(one => one.how === 'left-out') && (
          <ByHand key={clause.links.length} clause={clause} own={own} decide={decide} />
        )}
        <Problem of={link} />
      </div>
    </li>
  )
}

type HandProps = {
  clause: Clause
  own: Mapping['own']
  decide: (childPath: string | null, how: How, reason?: string) => Promise<unknown>
}

/** Another clause chosen by hand, or none with the reason. */
function ByHand({ clause, own, decide }: HandProps) {
  const [open, setOpen] = useState<'choose' | 'leave' | null>(null)
  const [reason, setReason] = useState('')
  const [path, choose] = useState('')
  if (open === null)
    return (
      <div className="row no-print">
        <Button look="plain" onClick={() => setOpen('choose')}>
          {t('cascade.choose')}
        </Button>
        {clause.links.length === 0 && (
          <Button look="plain" onClick={() => setOpen('leave')}>
            {t('cascade.leave-out')}
          </Button>
        )}
      </div>
    )
  const send = () => (open === 'choose' ? decide(path, 'adapted') : decide(null, 'left-out', reason))
  return (
    <div className="stack no-print">
      {open === 'choose' ? (
        <SelectField
          label={t('cascade.own-clause')}
          value={path}
          onChange={choose}
          choices={own.map(one => ({ value: one.path, label: `${citeClause(one.path)}: ${one.text.slice(0, 80)}` }))}
        />
      ) : (
        <TextField label={t('cascade.left-out-reason')} required value={reason} onChange={setReason} />
      )}
      <div className="row">
        <Button look="main" onClick={() => void send()}>
          {t('part.save')}
        </Button>
        <Button onClick={() => setOpen(null)}>{t('part.cancel')}</Button>
      </div>
    </div>
  )
}
