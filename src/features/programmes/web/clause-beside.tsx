import './programmes.css'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'

/** What `movements.list`, `directives.list` and `outcomes.list` tell; a screen cannot know the features above its own. */
type Movements = { movements: { id: string; title: string; place: string; standing: 'going-on' | 'recognised' | 'closed' }[] }
type Directives = { directives: { id: string; kind: string; number: string; subject: string; issuer: string }[] }
type Outcomes = {
  reports: { id: string; indicator: string; name: string; year: number; total: number | null; number: string; issuer: string }[]
}
type Asked = { programmeId: string; clausePath: string } | { activityId: string }

/** What of `asked` is part of campaigns, twinnings and models, and the documents that it carries out. */
export function Beside({ asked }: { asked: Asked }) {
  const movements = useAnswer<Movements>('movements.list', asked).data?.movements ?? []
  const directives = useAnswer<Directives>('directives.list', asked).data?.directives ?? []
  return (
    <>
      {movements.length > 0 && (
        <section>
          <h3>{t('movements.part')}</h3>
          <ul className="plain-list pane-lines">
            {movements.map(one => (
              <li key={one.id}>
                <span>
                  <Go to={`/hoat-dong/phong-trao/${one.id}`}>{one.title}</Go>
                  <small className="quiet">{one.place}</small>
                </span>
                <StateWord state={one.standing} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {directives.length > 0 && (
        <section>
          <h3>{t('directives.carried-out')}</h3>
          <ul className="plain-list pane-lines">
            {directives.map(one => (
              <li key={one.id}>
                <span>
                  <Go to={`/van-ban-chi-dao/${one.id}`}>{named(one)}</Go>
                  <small className="quiet">{one.issuer}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const named = ({ kind, number, subject }: Directives['directives'][number]) =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${number || subject}`

/** What stands beside a clause: the same, and what official reports say of it. */
export function ClauseBeside({ programmeId, path }: { programmeId: string; path: string }) {
  const asked = { programmeId, clausePath: path }
  const reports = latest(useAnswer<Outcomes>('outcomes.list', asked).data?.reports ?? [])
  return (
    <>
      <Beside asked={asked} />
      {reports.length > 0 && (
        <section>
          <h3>{t('outcomes.beside')}</h3>
          <ul className="plain-list pane-lines">
            {reports.map(one => (
              <li key={one.id}>
                <span>
                  <Go to={`/hoat-dong/chi-so?chi-so=${one.indicator}`}>
                    {one.name}, {one.year}
                  </Go>
                  <small className="quiet">
                    {one.number} · {one.issuer}
                  </small>
                </span>
                {one.total !== null && <b>{printNumber(one.total)}</b>}
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('outcomes.no-cause')}</p>
        </section>
      )}
    </>
  )
}

/** Of each indicator the latest year alone; reports come with the latest first. */
const latest = (reports: Outcomes['reports']) =>
  reports.filter((one, at) => reports.findIndex(other => other.indicator === one.indicator) === at)
