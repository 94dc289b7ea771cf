import { useAnswer } from '../../../ui/client/hooks.ts'
import { Go } from '../../../ui/components/address.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'

/** What `movements.list` and `directives.list` tell; a screen cannot know the features above its own. */
type Movements = { movements: { id: string; title: string; place: string; standing: 'going-on' | 'recognised' | 'closed' }[] }
type Directives = { directives: { id: string; kind: string; number: string; subject: string; issuer: string }[] }
type BesideProps = { programmeId: string; path: string }

/** Campaigns, twinnings and models that serve the clause, and the documents that it carries out. */
export function ClauseBeside({ programmeId, path }: BesideProps) {
  const asked = { programmeId, clausePath: path }
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
                  <Go to={`/van-ban-chi-dao/${one.id}`}>
                    {one.kind} {one.number || one.subject}
                  </Go>
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
