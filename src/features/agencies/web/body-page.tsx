import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import './agencies.css'
import { ContactDialog } from './contact-dialog.tsx'
import { NameHistory } from './name-history.tsx'
import type { Bodies } from './organisation.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { UnitsPart } from './units-part.tsx'

export type Body = Bodies['bodies'][number]
type Open = 'rename' | 'contact' | null

/** One body: what it is called and was called, how it is reached, its units. */
export default function BodyPage() {
  const bodyId = usePathPart('bodyId')
  const found = useAnswer<Bodies>('agencies.bodies', {})
  const body = found.data?.bodies.find(one => one.id === bodyId)
  if (found.data && body) return <BodyView body={body} bodies={found.data.bodies} today={found.data.today} />
  return (
    <Page title={t('agencies.body-title')}>
      <Answered of={found}>
        {() => <EmptyPlace title={t('agencies.no-such-body')} help={t('agencies.no-such-body-help')} />}
      </Answered>
    </Page>
  )
}

function BodyView({ body, bodies, today }: { body: Body; bodies: readonly Body[]; today: string }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const actions = (
    <>
      <ButtonLink to={`/to-chuc/${body.id}/qua-trinh`}>{t('agencies.timeline')}</ButtonLink>
      {body.can.describe && (
        <>
          <Button onClick={() => setOpen('rename')}>{t('agencies.rename')}</Button>
          <Button onClick={() => setOpen('contact')}>{t('agencies.change-contact')}</Button>
        </>
      )}
    </>
  )
  return (
    <Page title={body.name} above={<Go to="/to-chuc">{t('agencies.all-bodies')}</Go>} actions={actions}>
      <Facts body={body} bodies={bodies} />
      <NameHistory body={body} today={today} />
      <UnitsPart body={body} today={today} />
      {open === 'rename' && <RenameDialog body={body} today={today} onClose={close} />}
      {open === 'contact' && <ContactDialog body={body} bodies={bodies} onClose={close} />}
    </Page>
  )
}

const word = (group: 'kind' | 'level', value: string) => find(`agencies.${group}-${value}`) ?? value

function Facts({ body, bodies }: { body: Body; bodies: readonly Body[] }) {
  const parent = bodies.find(one => one.id === body.parentBody)
  const older = body.names.find(name => name.code === body.code)?.olderCode
  const days = [
    body.validFrom && t('agencies.stands-from', { day: printDate(body.validFrom) }),
    body.validTo && t('agencies.stands-to', { day: printDate(body.validTo) }),
  ]
  const facts: [string, React.ReactNode][] = [
    [t('agencies.body-short'), body.shortName],
    [t('agencies.body-kind'), word('kind', body.kind)],
    [t('agencies.body-level'), body.level && word('level', body.level)],
    [t('agencies.body-symbol'), body.symbol],
    [t('agencies.body-code'), body.code && `${body.code}${older ? ` (${t('agencies.older-code', { code: older })})` : ''}`],
    [t('agencies.body-superior'), parent ? <Go to={`/to-chuc/${parent.id}`}>{parent.name}</Go> : body.superior],
    [t('agencies.body-address'), body.address],
    [t('agencies.body-email'), body.email],
    [t('agencies.body-days'), days.filter(Boolean).join(' ')],
  ]
  return (
    <dl className="body-facts">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
