import './programmes.css'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { listDrafts } from '../queries/drafts.ts'
import type { listProgrammes } from '../queries/list.ts'

type List = AnswerOf<typeof listProgrammes>
type Card = List['programmes'][number]

/** Every programme of the own body as a card; above them what is being brought in. */
export default function ProgrammeList() {
  const found = useAnswer<List>('programmes.list', {})
  const mayImport = found.data?.can.import ?? false
  const actions = mayImport && (
    <ButtonLink to="/chuong-trinh/nhap" look="main">
      {t('programmes.import')}
    </ButtonLink>
  )
  return (
    <Page title={t('programmes.title')} actions={actions}>
      {mayImport && <DraftsLine />}
      <Answered of={found}>
        {({ programmes }) =>
          programmes.length > 0 ? (
            <ul className="programme-cards">
              {programmes.map(programme => (
                <ProgrammeCard key={programme.id} programme={programme} />
              ))}
            </ul>
          ) : (
            <EmptyPlace title={t('programmes.none')} help={t('programmes.none-help')} action={actions} />
          )
        }
      </Answered>
    </Page>
  )
}

function DraftsLine() {
  const { data } = useAnswer<AnswerOf<typeof listDrafts>>('programmes.drafts', {})
  if (!data || data.drafts.length === 0) return null
  return (
    <p className="message">
      <Go to="/chuong-trinh/nhap">{t('programmes.drafts-count', { count: data.drafts.length })}</Go>
    </p>
  )
}

function ProgrammeCard({ programme }: { programme: Card }) {
  const { id, title, number, date, period, parties, clauses, commitments, state, into } = programme
  return (
    <li className="card padded">
      <h2 className="paper-text">
        <Go to={`/chuong-trinh/${id}`}>{title}</Go>
      </h2>
      <p className="quiet">
        {number ? t('programmes.number', { number }) : t('programmes.no-number')}
        {date && `, ${t('programmes.dated', { date })}`} · {t('programmes.period', period)} ·{' '}
        {t('programmes.counts', { clauses, commitments })}
        {state !== 'in-force' && ` · ${t(`programmes.${state}`)}`}
        {into && `, ${t('programmes.merged-into', { into })}`}
      </p>
      <p className="marks">
        {parties.map(party => (
          <Mark
            key={party.bodyId}
            position={party.position}
            duty={party.position === 1 ? 'lead' : 'support'}
            name={party.name}
            showRole
          />
        ))}
      </p>
    </li>
  )
}
