import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Item } from './item-words.ts'

type Link = NonNullable<Item['thread']['on']>

/** The years that an item comes from, why it was not finished, and the year that goes on with it. */
export function ItemThread({ item: { carried, thread } }: { item: Pick<Item, 'carried' | 'thread'> }) {
  return (
    <>
      {carried && (
        <div className="small">
          {t('plans.carried-back')}{' '}
          {thread.back.map((link, at) => (
            <span key={link.itemId}>
              {at > 0 && ' ← '}
              <YearLink link={link} />
            </span>
          ))}
          . {t('plans.carried-reason', { reason: carried.reason })}
        </div>
      )}
      {thread.on && (
        <div className="small">
          {t('plans.carried-on')}: <YearLink link={thread.on} />
          {thread.on.own && <span className="quiet"> ({t('plans.carried-own')})</span>}
        </div>
      )}
    </>
  )
}

const YearLink = ({ link }: { link: Link }) => (
  <Go to={`/ke-hoach/${link.planId}#${link.itemId}`}>{t('plans.carried-link', { year: link.year, number: link.position })}</Go>
)
