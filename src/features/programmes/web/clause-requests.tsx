import { printDate } from '../../../kernel/dates.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'

/** What `exchange.requests` tells; a screen cannot know the features above its own. */
type Request = {
  id: string
  toName: string
  state: 'draft' | 'sent' | 'urged' | 'answered'
  number: string | null
  sentOn: string | null
}
type Requests = { requests: Request[]; can: { write: boolean } }
type ClauseRequestsProps = { programmeId: string; path: string }

/** What was asked of bodies outside the programme for this clause. */
export function ClauseRequests({ programmeId, path }: ClauseRequestsProps) {
  const { data } = useAnswer<Requests>('exchange.requests', { programmeId, clausePath: path })
  if (!data || (data.requests.length === 0 && !data.can.write)) return null
  const query = new URLSearchParams({ 'chuong-trinh': programmeId, 'dieu-khoan': path })
  return (
    <section>
      <h3>
        <Go to={`/trao-doi/de-nghi?${query}`}>{t('programmes.page-requests')}</Go>
      </h3>
      <ul className="plain-list pane-lines">
        {data.requests.map(one => (
          <li key={one.id}>
            <span>
              <Go to={`/trao-doi/de-nghi/${one.id}`}>{one.toName}</Go>
              {one.sentOn && (
                <small className="quiet">
                  {one.number} · {printDate(one.sentOn)}
                </small>
              )}
            </span>
            <StateWord state={one.state} />
          </li>
        ))}
      </ul>
      {data.can.write && <Go to={`/trao-doi/de-nghi/moi?${query}`}>{t('programmes.page-request-new')}</Go>}
    </section>
  )
}
