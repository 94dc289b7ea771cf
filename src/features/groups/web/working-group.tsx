import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AssignDialog } from '../../agencies/web/responsible.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { daysText } from './group-words.ts'
import { MemberDialog } from './member-dialog.tsx'
import type { GroupsAnswer, Member } from './types.ts'

/** The working group: the paper that set it up and its members from all sides. */
export function WorkingGroup({ answer }: { answer: GroupsAnswer }) {
  const [open, setOpen] = useState<Member | 'new' | 'paper' | null>(null)
  const { group, can } = answer
  return (
    <section className="card padded stack" aria-labelledby="working-group">
      <div className="page-head">
        <h2 id="working-group">{t('groups.group')}</h2>
        <div className="row no-print">
          {can.work && !group && <Button onClick={() => setOpen('paper')}>{t('groups.found')}</Button>}
          {group?.mayChange && (
            <Button look="plain" onClick={() => setOpen('paper')}>
              {t('groups.paper-change')}
            </Button>
          )}
          {can.work && group && <Button onClick={() => setOpen('new')}>{t('groups.add-member')}</Button>}
        </div>
      </div>
      {group ? (
        <p>
          {t('groups.founded-by', { number: group.number, day: printDate(group.decidedOn) })}
          {group.file && (
            <>
              {' · '}
              <a href={`/api/files/${group.file.id}`} download>
                {group.file.name}
              </a>
            </>
          )}
        </p>
      ) : (
        <p className="quiet">{t('groups.no-group')}</p>
      )}
      {answer.members.length > 0 && (
        <Table
          caption={t('groups.members')}
          columns={columnsOf(answer, setOpen)}
          rows={answer.members}
          keyOf={member => member.id}
        />
      )}
      {open === 'paper' && <GroupDialog answer={answer} onClose={() => setOpen(null)} />}
      {open && open !== 'paper' && group && (
        <MemberDialog answer={answer} old={open === 'new' ? null : open} groupId={group.id} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

const stands = ({ toOn }: Member, today: string): boolean => toOn === null || toOn >= today

const MemberName = ({ member, today }: { member: Member; today: string }) => (
  <>
    {member.name}
    {stands(member, today) && member.over?.holder && <span className="late"> {t('groups.deputy-left')}</span>}
  </>
)

type ActionsProps = { member: Member; today: string; onChange: (member: Member) => void }

function MemberActions({ member, today, onChange }: ActionsProps) {
  const [passing, setPassing] = useState(false)
  return (
    <span className="row no-print">
      <Button look="plain" onClick={() => onChange(member)} aria-label={t('groups.change-one', { name: member.name })}>
        {t('groups.change')}
      </Button>
      {stands(member, today) && member.mayPass && (
        <Button look="plain" onClick={() => setPassing(true)} aria-label={t('groups.pass-one', { name: member.name })}>
          {t('groups.pass')}
        </Button>
      )}
      {passing && (
        <AssignDialog
          subjects={[{ kind: 'member', id: member.id, command: 'groups.hand-over', alone: true }]}
          title={t('groups.pass-why', { name: member.name })}
          onClose={() => setPassing(false)}
        />
      )}
    </span>
  )
}

function columnsOf(answer: GroupsAnswer, onChange: (member: Member) => void): Column<Member>[] {
  const side = (member: Member) => answer.parties.find(party => party.bodyId === member.bodyId)
  const columns: Column<Member>[] = [
    { key: 'name', title: t('groups.field-name'), cell: member => <MemberName member={member} today={answer.today} /> },
    { key: 'post', title: t('groups.field-post'), cell: member => member.post },
    { key: 'role', title: t('groups.field-role'), cell: member => t(`groups.role-${member.role}`) },
    {
      key: 'side',
      title: t('groups.side'),
      cell: member => {
        const party = side(member)
        return party && <Mark position={party.position} duty="lead" name={party.shortName} />
      },
    },
    { key: 'days', title: t('groups.days'), cell: daysText },
  ]
  if (!answer.can.work) return columns
  const change = (member: Member) =>
    member.mayChange && <MemberActions member={member} today={answer.today} onChange={onChange} />
  return [...columns, { key: 'change', title: t('groups.act'), buttons: true, cell: change }]
}
