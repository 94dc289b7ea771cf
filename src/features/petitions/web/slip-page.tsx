import { PrintButton } from '../../../ui/components/print-button.tsx'
import './petitions.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './petition-page.tsx'

/** The slip for who brought a petition: a third of a sheet, with the code that opens its progress and nothing that tells of anybody. */
export default function SlipPage() {
  const petitionId = usePathPart('id')
  const found = useAnswer<Shown>('petitions.petition', { petitionId })
  return (
    <Page
      title={t('petitions.slip-title')}
      actions={
        <>
          <PrintButton look="main" />
          <ButtonLink to={`/kien-nghi/${petitionId}`}>{t('petitions.slip-back')}</ButtonLink>
        </>
      }
    >
      <Answered of={found}>
        {({ owner, petition: one, content }) =>
          content && (
            <section className="petition-slip" aria-label={t('petitions.slip-title')}>
              <p>
                <b>{owner.name}</b>
              </p>
              <p>{t('petitions.slip-received', { day: one.receivedOn })}</p>
              <p>
                {t('petitions.slip-code')}: <b className="petition-code">{spaced(content.code)}</b>
              </p>
              <p>{t('petitions.slip-how', { address: `${location.origin}/tra-cuu` })}</p>
              <p>{t('petitions.slip-keep')}</p>
            </section>
          )
        }
      </Answered>
    </Page>
  )
}

/** "ABCD EFGH JKLM" */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
