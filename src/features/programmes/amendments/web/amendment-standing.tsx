import { me } from '../../../../ui/client/boot.ts'
import { Go } from '../../../../ui/components/address.tsx'
import { DownloadLink } from '../../../../ui/components/button.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { refusalSentence } from '../../../../ui/messages/problem.ts'
import { Responsible } from '../../../agencies/web/responsible.tsx'
import { agreedName } from '../../../post/web/agreed-name.ts'
import { AmendmentState } from './amendment-state.tsx'
import { type AmendmentAnswer, amendmentAddress } from './types.ts'

/** Where an amendment stands: by whom, from when and why, who has agreed, what stands in its way, and the signed paper. */
export function AmendmentStanding({ answer }: { answer: AmendmentAnswer }) {
  const { amendment, parties, hindrance, paper } = answer
  const name = (bodyId: string | null) => parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  const paperOf = (bodyId: string) => amendment.papers.find(one => one.bodyId === bodyId)?.paper
  const agreed = amendment.agreedBy.map(bodyId => agreedName(name(bodyId), paperOf(bodyId)))
  const waiting = parties.filter(party => !amendment.agreedBy.includes(party.bodyId)).map(party => party.shortName)
  return (
    <div className="stack amendment-standing">
      <AmendmentState state={amendment.state} by={amendment.byBody} parties={parties} />
      <p>{t('amendments.effect', { day: amendment.effectiveOn, reason: amendment.reason })}</p>
      {amendment.state === 'own' && <p className="quiet">{t('amendments.waits-own')}</p>}
      {amendment.state === 'shared' && (
        <p className="quiet">
          {t('amendments.agreed-by', { names: agreed.join('; ') })} · {t('amendments.waits-them', { names: waiting.join('; ') })}
        </p>
      )}
      {amendment.state !== 'shared' && amendment.papers.length > 0 && (
        <p>{t('amendments.agreed-by', { names: agreed.join('; ') })}</p>
      )}
      {amendment.state === 'agreed' && <p className="quiet">{t('amendments.waits-signing')}</p>}
      {amendment.byBody === me().body.id && ['own', 'shared', 'agreed'].includes(amendment.state) && (
        <Responsible kind="amendment" id={amendment.id} title={amendment.title} />
      )}
      {amendment.answer && (
        <p className="message bad">
          {t('amendments.returned-why', { name: name(amendment.answeredBy), reason: amendment.answer })}
        </p>
      )}
      {hindrance && (
        <p className="message bad">{t('amendments.hindered', { why: refusalSentence(hindrance.code, hindrance.data ?? {}) })}</p>
      )}
      {amendment.counterOf && (
        <p>
          {t('amendments.counter-of')}:{' '}
          <Go to={amendmentAddress(amendment.programmeId, amendment.counterOf)}>{t('amendments.counter-of-open')}</Go>
        </p>
      )}
      {amendment.counteredBy && (
        <p>
          <Go to={amendmentAddress(amendment.programmeId, amendment.counteredBy)}>{t('amendments.countered-open')}</Go>
        </p>
      )}
      {paper && (
        <p className="row">
          <span>
            {t('amendments.signed-line', {
              number: amendment.number!,
              signed: amendment.signedOn!,
              code: paper.sha256.slice(0, 12),
            })}
          </span>
          <DownloadLink href={`/api/files/${paper.id}`}>{t('amendments.signed-file')}</DownloadLink>
          <Go to={`/chuong-trinh/${amendment.programmeId}?ngay=${amendment.effectiveOn}`}>{t('amendments.read-consolidated')}</Go>
        </p>
      )}
    </div>
  )
}
