import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { merges } from '../queries/merges.ts'

type Shown = AnswerOf<typeof merges>
type Standing = Shown['standing'][number]
type Other = Standing['other']
const EVERYWHERE = ['activities', 'plans', 'insight.', 'programmes', 'reviews']

/** The same event recorded by two sides: what is proposed, agreed to, or could be. Nothing where there is none. */
export function MergePart({ activityId }: { activityId: string }) {
  const { data } = useAnswer<Shown>('activities.merges', { activityId })
  if (!data || (data.standing.length === 0 && data.alike.length === 0)) return null
  return (
    <section className="card padded stack no-print" aria-labelledby="joint">
      <h2 id="joint">{t('activities.joint')}</h2>
      {data.standing.map(merge => (
        <StandingMerge key={merge.id} merge={merge} />
      ))}
      {data.alike.length > 0 && <p className="quiet">{t('activities.alike-help')}</p>}
      {data.alike.map(other => (
        <AlikeLine key={other.id} keptId={activityId} other={other} />
      ))}
    </section>
  )
}

const OtherLine = ({ other }: { other: Other }) => (
  <span>
    <Go to={`/hoat-dong/${other.id}`}>{other.title}</Go>{' '}
    <span className="quiet small">{[other.body, printDate(other.heldOn), other.place].join(' · ')}</span>
  </span>
)

function AlikeLine({ keptId, other }: { keptId: string; other: Other }) {
  const propose = useCommand<object>('activities.propose-merge', { refresh: EVERYWHERE })
  const press = async () => {
    const mergeId = newId()
    if (!(await propose.send({ mergeId, keptId, mergedId: other.id }))) return
    tell(t('activities.merge-proposed', { body: other.body }), async () => {
      await sendCommand('activities.withdraw-merge', { mergeId })
      await refresh(EVERYWHERE)
    })
  }
  return (
    <div className="row">
      <OtherLine other={other} />
      <Button busy={propose.state === 'sending'} onClick={() => void press()}>
        {t('activities.merge-propose')}
      </Button>
      <Problem of={propose} />
    </div>
  )
}

/** What stands, in one sentence. */
const saidOf = ({ state, kept, other }: Standing): string => {
  if (state === 'agreed') return t(kept ? 'activities.merge-is-kept' : 'activities.merge-is-merged', { body: other.body })
  return t(kept ? 'activities.merge-waits' : 'activities.merge-asked', { body: other.body })
}

function StandingMerge({ merge }: { merge: Standing }) {
  const agree = useCommand<object>('activities.agree-merge', { refresh: EVERYWHERE })
  const decline = useCommand<object>('activities.decline-merge', { refresh: EVERYWHERE })
  const withdraw = useCommand<object>('activities.withdraw-merge', { refresh: EVERYWHERE })
  const part = useCommand<object>('activities.part-merge', { refresh: EVERYWHERE })
  const { can } = merge
  const at = { mergeId: merge.id }
  const press = async (command: typeof agree, said: string) => {
    if (await command.send(at)) tell(said)
  }
  return (
    <div className="stack">
      <p>{saidOf(merge)}</p>
      <OtherLine other={merge.other} />
      <div className="row">
        {can.answer && (
          <>
            <Button look="main" busy={agree.state === 'sending'} onClick={() => void press(agree, t('activities.merge-agreed'))}>
              {t('activities.merge-agree')}
            </Button>
            <Button busy={decline.state === 'sending'} onClick={() => void press(decline, t('activities.merge-declined'))}>
              {t('activities.merge-decline')}
            </Button>
          </>
        )}
        {can.withdraw && (
          <Button busy={withdraw.state === 'sending'} onClick={() => void press(withdraw, t('activities.merge-withdrawn'))}>
            {t('activities.merge-withdraw')}
          </Button>
        )}
        {can.part && (
          <Button busy={part.state === 'sending'} onClick={() => void press(part, t('activities.merge-parted'))}>
            {t('activities.merge-part')}
          </Button>
        )}
      </div>
      <Problem of={agree} />
      <Problem of={decline} />
      <Problem of={withdraw} />
      <Problem of={part} />
    </div>
  )
}
