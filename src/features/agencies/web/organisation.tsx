import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ASSIGN } from '../contract.ts'
import type { bodies } from '../queries.ts'
import { AccountsPart } from './accounts-part.tsx'
import { AuthorisationsPart } from './authorisations-part.tsx'
import { BodiesPart } from './bodies-part.tsx'
import { PlacesPart } from './places-part.tsx'

export type Bodies = AnswerOf<typeof bodies>

const PARTS = ['co-quan', 'dia-ban', 'uy-quyen', 'tai-khoan'] as const
type Part = (typeof PARTS)[number]
const NAMES = {
  'co-quan': 'agencies.bodies',
  'dia-ban': 'places.title',
  'uy-quyen': 'agencies.authorisations',
  'tai-khoan': 'agencies.accounts',
} as const

/** The bodies of the site with their units, its communes and villages and, for an administrator, the accounts of the own body. */
export default function Organisation() {
  const [seen, setSeen] = useAddressWord('xem')
  const roles = me().roles
  const parts = PARTS.filter(part => part !== 'tai-khoan' || roles.includes('administrator'))
  const open: Part = parts.find(part => part === seen) ?? 'co-quan'
  const answersForBody = roles.includes('administrator') || roles.includes('leader')
  const handsOver = roles.some(role => ASSIGN.roles.includes(role))
  return (
    <Page
      title={t('agencies.title')}
      actions={
        <>
          <ButtonLink to="/to-chuc/sap-xep">{t('agencies.reorganisation')}</ButtonLink>
          <ButtonLink to="/to-chuc/noi-cap-chung-thu">{t('agencies.issuers')}</ButtonLink>
          {handsOver && <ButtonLink to="/to-chuc/ban-giao">{t('agencies.hand-over')}</ButtonLink>}
          {answersForBody && <ButtonLink to="/to-chuc/nhat-ky-doc">{t('agencies.log-title')}</ButtonLink>}
        </>
      }
    >
      <Tabs
        label={t('agencies.title')}
        tabs={parts.map(part => ({ value: part, label: t(NAMES[part]) }))}
        open={open}
        onOpen={setSeen}
      >
        {open === 'dia-ban' && <PlacesPart />}
        {open === 'uy-quyen' && <AuthorisationsPart />}
        {(open === 'co-quan' || open === 'tai-khoan') && <OfBodies part={open} />}
      </Tabs>
    </Page>
  )
}

function OfBodies({ part }: { part: Part }) {
  const found = useAnswer<Bodies>('agencies.bodies', {})
  return (
    <Answered of={found}>
      {answer => (part === 'tai-khoan' ? <AccountsPart bodies={answer.bodies} /> : <BodiesPart answer={answer} />)}
    </Answered>
  )
}
