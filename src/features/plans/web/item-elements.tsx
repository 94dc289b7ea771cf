import { Fragment } from 'react'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'

/** What `directives.plan-elements` tells; a screen cannot know the features above its own. */
type Elements = { links: { itemId: string; element: string; name: string }[] }

/** The elements of the national target programme that an item serves; asked once for the whole plan. */
export function ItemElements({ itemId }: { itemId: string }) {
  const planId = usePathPart('planId')
  const links = useAnswer<Elements>('directives.plan-elements', { planId }, { enabled: planId !== '' }).data?.links ?? []
  const own = links.filter(link => link.itemId === itemId)
  if (own.length === 0) return null
  return (
    <div className="small">
      {t('directives.elements-title')}:{' '}
      {own.map(({ element, name }, at) => (
        <Fragment key={element}>
          {at > 0 && '; '}
          <Go to={`/van-ban-chi-dao/muc-tieu/${element}`}>{name}</Go>
        </Fragment>
      ))}
    </div>
  )
}
