import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { templates } from '../queries/templates.ts'
import './cascade.css'

type Templates = AnswerOf<typeof templates>

/** What goes down to the communes, and what has come from above. */
export default function TemplatesPage() {
  const found = useAnswer<Templates>('cascade.templates', {})
  return (
    <Page title={t('cascade.templates')}>
      <p className="quiet">{t('cascade.templates-help')}</p>
      <Answered of={found}>
        {answer => (
          <>
            {answer.received.length > 0 && <Received received={answer.received} />}
            {(answer.own.length > 0 || answer.received.length === 0) && <Own own={answer.own} />}
            {answer.can.write && (
              <div className="row no-print">
                {answer.programmes.map(one => (
                  <ButtonLink key={one.id} to={`/cap-xa/moi?chuong-trinh=${one.id}`}>
                    {t('cascade.template-new', { programme: one.number ?? one.title })}
                  </ButtonLink>
                ))}
              </div>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

const Own = ({ own }: { own: Templates['own'] }) => (
  <section className="card" aria-labelledby="own-templates">
    <h2 className="card-head" id="own-templates">
      {t('cascade.own-templates')}
    </h2>
    {own.length === 0 && <p className="parent-head quiet">{t('cascade.own-none')}</p>}
    <ul className="lines">
      {own.map(one => (
        <li key={one.id}>
          <Go to={`/cap-xa/${one.id}`}>{one.title}</Go>
          <p className="quiet small">
            {one.sentOn ? t('cascade.sent-on', { day: one.sentOn }) : t('cascade.not-sent')} ·{' '}
            {t('cascade.template-due', { day: one.dueOn, count: one.clauses })}
          </p>
        </li>
      ))}
    </ul>
  </section>
)

const Received = ({ received }: { received: Templates['received'] }) => (
  <section className="card" aria-labelledby="received-templates">
    <h2 className="card-head" id="received-templates">
      {t('cascade.received')}
    </h2>
    <ul className="lines">
      {received.map(one => (
        <li key={one.id}>
          <Go to={`/cap-xa/ban/${one.id}`}>{one.title}</Go>
          <p className="quiet small">
            {one.signedOn ? t('cascade.signed-on', { day: one.signedOn }) : t('cascade.sign-by', { day: one.dueOn ?? '' })} ·{' '}
            {printDate(one.sentOn)}
          </p>
        </li>
      ))}
    </ul>
  </section>
)
