import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { Tabs } from '../../../ui/components/tabs.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { bodies } from '../queries.ts'
import { AccountsPart } from './accounts-part.tsx'
import { BodiesPart } from './bodies-part.tsx'

export type Bodies = AnswerOf<typeof bodies>

/** The bodies of the site with their units and, for an administrator, the accounts of the own body. */
export default function Organisation() {
  const found = useAnswer<Bodies>('agencies.bodies', {})
  const [seen, setSeen] = useAddressWord('xem')
  const administrator = me().roles.includes('administrator')
  const answersForBody = administrator || me().roles.includes('leader')
  return (
    <Page
      title={t('agencies.title')}
      actions={answersForBody && <ButtonLink to="/to-chuc/nhat-ky-doc">{t('agencies.log-title')}</ButtonLink>}
    >
      <Answered of={found}>
        {answer =>
          administrator ? (
            <Tabs
              label={t('agencies.title')}
              tabs={[
                { value: 'co-quan', label: t('agencies.bodies') },
                { value: 'tai-khoan', label: t('agencies.accounts') },
              ]}
              open={seen === 'tai-khoan' ? 'tai-khoan' : 'co-quan'}
              onOpen={setSeen}
            >
              {seen === 'tai-khoan' ? <AccountsPart bodies={answer.bodies} /> : <BodiesPart answer={answer} />}
            </Tabs>
          ) : (
            <BodiesPart answer={answer} />
          )
        }
      </Answered>
    </Page>
  )
}
