import { citeClause } from '../../../kernel/cite-clause.ts'
import { me } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { InternalMark } from '../../../ui/components/mark.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { refusalSentence } from '../../../ui/messages/problem.ts'
import { Responsible } from '../../agencies/web/responsible.tsx'
import { agreedName } from '../../post/web/agreed-name.ts'
import { Posted } from '../../post/web/posted.tsx'
import { Laying } from '../../programmes/web/laying.tsx'
import './exchange.css'
import { RequestActions } from './request-actions.tsx'
import { RequestFacts } from './request-facts.tsx'
import { RequestForm } from './request-form.tsx'
import { RequestState } from './request-state.tsx'
import type { RequestAnswer } from './request-types.ts'
import { SigningView } from './signing-view.tsx'

/** One request to a body outside the programme. `?xem=sua` writes on the draft, `cung-ky` and `ky` show exactly what several sign. */
export default function RequestPage() {
  const requestId = usePathPart('requestId')
  const found = useAnswer<RequestAnswer>('exchange.request', { requestId })
  const [view, setView] = useAddressWord('xem')
  if (!found.data)
    return (
      <Page title={t('exchange.requests')}>
        <Answered of={found}>{() => null}</Answered>
      </Page>
    )
  const answer = found.data
  const { programme, request } = answer
  const title = t('exchange.request-title', { name: request.toName })
  const clause = request.clausePath
  const steps = [
    { label: programme.number ?? programme.title, to: `/chuong-trinh/${programme.id}` },
    ...(clause ? [{ label: citeClause(clause), to: `/chuong-trinh/${programme.id}#${encodeURIComponent(clause)}` }] : []),
    { label: t('exchange.requests'), to: '/trao-doi/de-nghi' },
    { label: title, current: true },
  ]
  const above = <ThreadBar steps={steps} />
  if (view === 'sua' && answer.can.change === null)
    return (
      <Page title={title} above={above}>
        <RequestForm key={request.version} programmeId={programme.id} old={answer} onDone={() => setView('')} />
      </Page>
    )
  const step =
    view === 'cung-ky' && answer.can.propose === null ? 'propose' : view === 'ky' && answer.can.sign === null && 'agree'
  if (step) return <SigningView answer={answer} step={step} above={above} onBack={() => setView('')} />
  return (
    <Posted subject={{ kind: 'request', id: requestId }} title={title} above={above} content={<RequestFacts answer={answer} />}>
      {panel => (
        <Page title={title} above={above} actions={<RequestActions answer={answer} onView={setView} />}>
          <RequestStanding answer={answer} />
          <Laying
            laid={answer.laid}
            concerns={['exchange']}
            command="exchange.submit-request"
            input={{ requestId }}
            clear={answer.request.signedWith.length === 0 ? 'exchange.clear-request' : null}
          />
          {panel}
          <RequestFacts answer={answer} />
        </Page>
      )}
    </Posted>
  )
}

/** Whose it is, where it stands, and what the signers have said. */
function RequestStanding({ answer }: { answer: RequestAnswer }) {
  const { request: one, parties, agreedBy, can } = answer
  const nameOf = (bodyId: string | null) => parties.find(party => party.bodyId === bodyId)?.shortName ?? ''
  const waits = one.signedWith.filter(bodyId => !agreedBy.some(agreed => agreed.bodyId === bodyId)).map(nameOf)
  return (
    <>
      <div className="message stack">
        <p className="row">
          <RequestState {...one} />
          {one.state === 'draft' && <InternalMark />}
          {one.removed && <span className="late">{t('exchange.request-put-aside')}</span>}
        </p>
        {can.reword && <p>{refusalSentence(can.reword.code)}</p>}
        {one.state === 'draft' && can.send?.code === 'exchange.request-not-agreed' && can.propose !== null && (
          <p>{t('exchange.request-waits-leader')}</p>
        )}
        {agreedBy.length > 0 && (
          <p>
            {t('exchange.request-agreed-by', {
              names: agreedBy.map(({ bodyId, paper }) => agreedName(nameOf(bodyId), paper)).join('; '),
            })}
            {one.state === 'proposed' && ` · ${t('exchange.request-waits-for', { names: waits.join('; ') })}`}
          </p>
        )}
        {one.reason && <p>{t('exchange.request-returned-by', { name: nameOf(one.returnedBy), reason: one.reason })}</p>}
      </div>
      {one.from === me().body.id && one.state !== 'answered' && (
        <Responsible kind="request" id={one.id} title={t('exchange.request-title', { name: one.toName })} />
      )}
    </>
  )
}
