import type { ReactNode } from 'react'
import type { IsoDate } from '../../../kernel/dates.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Shape } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { MonthDay } from '../queries.ts'

/** Why a day is off or worked, and its feasts; an estimate says so. */
export const DayNotes = ({ day: { note, feasts } }: { day: MonthDay }) => (
  <>
    {note && (
      <p className="day-note">
        {note.kind === 'swapped-work' ? t('calendar.working') : t('calendar.off')}: {note.name}
      </p>
    )}
    {feasts.map(feast => (
      <p key={feast.key} className="day-note quiet">
        {feast.name}
        {feast.estimate && ` (${t('calendar.estimate')})`}
      </p>
    ))}
  </>
)

/** How a screen of its own shows what is due. */
export type LinkOf = (deadline: MonthDay['deadlines'][number]) => ReactNode

type DueProps = { deadline: MonthDay['deadlines'][number]; today: IsoDate }

/** What is due, as a link to where it is done. */
export const DueLink = ({ deadline: { title, context, address, role, dueOn }, today }: DueProps) => (
  <Go className={dueOn < today ? 'day-due past' : 'day-due'} to={address} title={`${title} · ${context}`}>
    <Shape position={1} duty={role === 'support' ? 'support' : 'lead'} />
    <span>
      {dueOn < today && <span className="late">{t('state.late')}: </span>}
      {title}
      <span className="unseen"> ({t(`part.${role}`)})</span>
    </span>
  </Go>
)
