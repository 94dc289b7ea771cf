import { printDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { InternalMark, Mark } from '../../../ui/components/mark.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import { agendaTitle } from './group-words.ts'
import type { GroupsAnswer, MeetingLine } from './types.ts'

/** Meetings, the latest first, with how many of their conclusions are carried out. */
export function Meetings({ answer }: { answer: GroupsAnswer }) {
  const { meetings, programme, can } = answer
  return (
    <section className="card padded stack" aria-labelledby="meetings">
      <div className="page-head">
        <h2 id="meetings">{t('groups.meetings')}</h2>
        {can.work && (
          <span className="row no-print">
            <ButtonLink to={`/van-ban/soan?giay-moi=${programme.id}`}>{t('groups.invite')}</ButtonLink>
            <ButtonLink to={`/van-ban/soan?thoa-thuan=${programme.id}`}>{t('groups.write-agreement')}</ButtonLink>
            <ButtonLink to={`/chuong-trinh/${programme.id}/cuoc-hop`}>{t('groups.record-meeting')}</ButtonLink>
          </span>
        )}
      </div>
      {meetings.length === 0 ? (
        <p className="quiet">{t('groups.no-meetings')}</p>
      ) : (
        <Table caption={t('groups.meetings-held')} columns={columnsOf(answer)} rows={meetings} keyOf={meeting => meeting.id} />
      )}
    </section>
  )
}

const columnsOf = ({ parties }: GroupsAnswer): Column<MeetingLine>[] => [
  {
    key: 'day',
    title: t('groups.held-on'),
    cell: meeting => printDate(meeting.heldOn),
    sort: meeting => meeting.heldOn,
    width: '7rem',
  },
  {
    key: 'agenda',
    title: t('groups.agenda'),
    cell: meeting => <Go to={`/cuoc-hop/${meeting.id}`}>{agendaTitle(meeting.agenda)}</Go>,
  },
  {
    key: 'chaired',
    title: t('groups.chaired-by'),
    cell: meeting => {
      const party = parties.find(one => one.bodyId === meeting.chairedBy)
      return party && <Mark position={party.position} duty="lead" name={party.shortName} />
    },
  },
  {
    key: 'conclusions',
    title: t('groups.conclusions'),
    cell: ({ counts }) => (
      <>
        {t('groups.conclusion-counts', { all: counts.all, done: counts.done })}
        {counts.late > 0 && <span className="late"> · {t('groups.conclusions-late', { late: counts.late })}</span>}
      </>
    ),
  },
  {
    key: 'state',
    title: t('groups.state'),
    cell: meeting => (
      <>
        <StateWord state={meeting.state} /> {meeting.state === 'draft' && <InternalMark />}
      </>
    ),
  },
]
