import { useState } from 'react'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf, ResultOf } from '../../../ui/client/types.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Mark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { acceptDraft } from '../commands/accept-draft.ts'
import type { ReadDraft } from './import-review.tsx'
import type { Review } from './use-review.ts'

/** Before a programme opens to its parties: exactly what they will see, and what they will not. */
export function AcceptPage({ draft, review, onBack }: { draft: ReadDraft; review: Review; onBack: () => void }) {
  const [programmeId] = useState(() => newId())
  const accept = useCommand<InputOf<typeof acceptDraft>, ResultOf<typeof acceptDraft>>('programmes.accept-draft', {
    refresh: ['programmes.list', 'programmes.drafts', 'plans.', 'insight.'],
  })
  const go = useGo()
  const { reading } = review
  const parties = reading.parties.toSorted((a, b) => Number(b.lead) - Number(a.lead))
  const bodyOf = (bodyId: string | null) => draft.bodies.find(body => body.id === bodyId)
  const send = async () => {
    const done = await accept.send({ draftId: draft.id, version: review.version(), programmeId })
    if (!done) return
    tell(t('programmes.accepted'))
    go(`/chuong-trinh/${programmeId}`)
  }
  return (
    <Page title={t('programmes.accept-title')}>
      <ConfirmOut
        to={parties.map(party => bodyOf(party.bodyId)?.name ?? party.name)}
        action={t('programmes.accept')}
        note={t('programmes.accept-note')}
        onConfirm={() => void send()}
        onBack={onBack}
        sending={accept}
      >
        <div className="stack">
          <h2 className="paper-text">{reading.title}</h2>
          <Facts review={review} />
          <p className="marks">
            {parties.map((party, at) => (
              <Mark
                key={party.name}
                position={at + 1}
                duty={party.lead ? 'lead' : 'support'}
                name={bodyOf(party.bodyId)?.shortName ?? party.name}
                showRole
              />
            ))}
          </p>
          <h3>{t('programmes.accept-opens')}</h3>
          <ul className="how">
            <li>{t('programmes.accept-text', { clauses: reading.clauses.length, commitments: reading.commitments.length })}</li>
            <li>{t('programmes.accept-original', { name: draft.fileName ?? '' })}</li>
          </ul>
          <p className="quiet">{t('programmes.accept-stays')}</p>
        </div>
      </ConfirmOut>
    </Page>
  )
}

function Facts({ review: { reading } }: { review: Review }) {
  const facts: [string, string | null][] = [
    [t('programmes.head-number'), reading.number ?? t('programmes.no-number')],
    [t('programmes.head-date'), reading.date && printDate(reading.date)],
    [t('programmes.head-effective'), reading.effectiveFrom && printDate(reading.effectiveFrom)],
    [t('programmes.head-place'), reading.place],
    [t('programmes.time'), reading.period && t('programmes.period', reading.period)],
    [t('programmes.head-reporting'), t(`programmes.reporting-${reading.reporting.profile}`)],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
