import { useState } from 'react'
import { me } from '../../../ui/client/boot.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Field } from '../../../ui/components/field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { asPosition, Shape } from '../../../ui/components/mark.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DraftParty } from '../contract.ts'
import { proposeBodies } from '../party-names.ts'
import type { ReadDraft } from './import-review.tsx'
import type { Review } from './use-review.ts'

/** The parties as printed, and the bodies of this site that they are. */
export function ReviewParties({ draft, review }: { draft: ReadDraft; review: Review }) {
  const { parties } = review.reading
  return (
    <section className="card padded stack" aria-labelledby="parties-title">
      <h2 id="parties-title">{t('programmes.parties')}</h2>
      <ul className="plain-list stack" data-ask="lead">
        {parties.map((party, at) => (
          <PartyLine key={`${at} ${party.name}`} party={party} at={at} draft={draft} review={review} />
        ))}
      </ul>
      {parties.length < 4 && <AddParty mend={review.mend} />}
    </section>
  )
}

type LineProps = { party: DraftParty; at: number; draft: ReadDraft; review: Review }

function PartyLine({ party, at, draft, review }: LineProps) {
  const { mend, reading } = review
  return (
    <li className="stack party-line">
      <p className="row">
        <Shape position={asPosition(at + 1)} duty={party.lead ? 'lead' : 'support'} />
        <b>{party.name}</b>
        {reading.parties.length > 2 && (
          <Button
            look="plain"
            onClick={() => mend({ kind: 'party-remove', party: at })}
            aria-label={`${t('programmes.party-remove')}: ${party.name}`}
          >
            {t('programmes.party-remove')}
          </Button>
        )}
      </p>
      <div className="row party-choice">
        <BodyChoice party={party} at={at} draft={draft} mend={mend} />
        {party.lead ? (
          <span className="quiet">{t('programmes.party-lead')}</span>
        ) : (
          <Button
            look="plain"
            onClick={() => mend({ kind: 'lead', party: at })}
            aria-label={`${t('programmes.party-make-lead')}: ${party.name}`}
          >
            {t('programmes.party-make-lead')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Which body of the site a party is. */
export function BodyChoice({ party, at, draft, mend }: Omit<LineProps, 'review'> & { mend: Review['mend'] }) {
  const likely = proposeBodies(party.name, draft.bodies)
  const others = draft.bodies.filter(body => !likely.some(proposal => proposal.bodyId === body.id))
  return (
    <>
      <Field label={t('programmes.party-body', { name: party.name })} required>
        {wiring => (
          <select
            className="box"
            data-ask={`party:${at}`}
            value={party.bodyId ?? ''}
            onChange={event => mend({ kind: 'party-body', party: at, bodyId: event.target.value || null })}
            {...wiring}
          >
            <option value="">{t('programmes.party-choose')}</option>
            {likely.length > 0 && (
              <optgroup label={t('programmes.party-likely')}>
                {likely.map(body => (
                  <option key={body.bodyId} value={body.bodyId}>
                    {body.name}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={t('programmes.party-others')}>
              {others.map(body => (
                <option key={body.id} value={body.id}>
                  {body.name}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {!party.bodyId && likely.length === 0 && (
        <p className="message">
          {me().roles.includes('administrator') ? (
            <Go to="/to-chuc">{t('programmes.party-make')}</Go>
          ) : (
            t('programmes.party-missing')
          )}
        </p>
      )}
    </>
  )
}

function AddParty({ mend }: { mend: Review['mend'] }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  if (!open)
    return (
      <div data-ask="few-parties">
        <Button onClick={() => setOpen(true)}>{t('programmes.party-add')}</Button>
      </div>
    )
  const add = () => {
    if (!name.trim()) return
    mend({ kind: 'party-add', name: name.trim() })
    setName('')
    setOpen(false)
  }
  return (
    <div className="stack" data-ask="few-parties">
      <TextField label={t('programmes.party-add-name')} value={name} onChange={setName} />
      <div className="row">
        <Button look="main" onClick={add}>
          {t('programmes.party-add')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('part.cancel')}</Button>
      </div>
    </div>
  )
}
