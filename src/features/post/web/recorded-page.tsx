import { useAnswer } from '../../../ui/client/hooks.ts'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ActList } from './act-list.tsx'
import type { RecordedAct, RecordedAnswer } from './types.ts'

/** "Đã ghi thay cơ quan mình": what others wrote down in the own body's name, to be checked and contested; and what it wrote for others. */
export default function RecordedPage() {
  const found = useAnswer<RecordedAnswer>('post.recorded', {})
  return (
    <Page title={t('post.recorded-title')}>
      <Answered of={found}>
        {({ inOurName, byUs, names }) => (
          <div className="stack">
            {inOurName.length > 0 ? (
              <section className="card padded stack" aria-label={t('post.recorded-title')}>
                <p className="message">{t('post.recorded-why')}</p>
                <Acts acts={inOurName} names={names} />
              </section>
            ) : (
              <EmptyPlace title={t('post.recorded-none')} help={t('post.recorded-none-help')} />
            )}
            {byUs.length > 0 && (
              <section className="card padded stack" aria-labelledby="by-us">
                <h2 id="by-us">{t('post.by-us')}</h2>
                <Acts acts={byUs} names={names} />
              </section>
            )}
          </div>
        )}
      </Answered>
    </Page>
  )
}

function Acts({ acts, names }: { acts: readonly RecordedAct[]; names: Record<string, string> }) {
  const subjects = new Map(acts.map(act => [act.id, act.subject]))
  return <ActList acts={acts} nameOf={bodyId => names[bodyId] ?? ''} subjects={subjects} />
}
