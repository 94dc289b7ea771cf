import { printDate } from '../../../kernel/dates.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './supervision-fields.ts'

type Link = { supervisionId: string; activityId: string }
type Told = Shown['activities'][number]

/** The activities that tell of a supervision, and those that could: linked, the event counts once. */
export function TellingPart({ shown: { supervision: one, activities, offered, item } }: { shown: Shown }) {
  const link = useCommand<Link>('supervision.link-activity', { refresh: ['supervision', 'reviews'] })
  const unlink = useCommand<Link>('supervision.unlink-activity', { refresh: ['supervision', 'reviews'] })
  const at = (activityId: string) => ({ supervisionId: one.id, activityId })
  const take = async (activity: Told) => {
    if (await link.send(at(activity.id)))
      tell(t('supervision.linked', { title: activity.title }), () => unlink.send(at(activity.id)))
  }
  const drop = async (activity: Told) => {
    if (await unlink.send(at(activity.id)))
      tell(t('supervision.unlinked', { title: activity.title }), () => link.send(at(activity.id)))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="telling">
      <h2 id="telling">{t('supervision.telling')}</h2>
      <p className="quiet small">{t('supervision.telling-help')}</p>
      <ul className="supervision-list">
        {activities.map(activity => (
          <Line key={activity.id} activity={activity} action={t('supervision.unlink')} onAct={() => void drop(activity)} />
        ))}
        {offered.map(activity => (
          <Line key={activity.id} activity={activity} action={t('supervision.link')} onAct={() => void take(activity)} />
        ))}
      </ul>
      {activities.length === 0 && (
        <div className="row">
          <ButtonLink to={item ? `/hoat-dong/moi?muc=${item.id}` : '/hoat-dong/moi'}>{t('supervision.tell')}</ButtonLink>
        </div>
      )}
      <Problem of={link} />
      <Problem of={unlink} />
    </section>
  )
}

const Line = ({ activity, action, onAct }: { activity: Told; action: string; onAct: () => void }) => (
  <li className="row">
    <span className="supervision-grow">
      <Go to={`/hoat-dong/${activity.id}`}>{activity.title}</Go>{' '}
      <span className="quiet small">{[printDate(activity.heldOn), activity.place].join(' · ')}</span>
    </span>
    <Button look="plain" onClick={onAct}>
      {action}
    </Button>
  </li>
)
