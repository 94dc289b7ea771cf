import { refresh, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Problem } from '../../../../ui/components/places.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { DeskAnswer } from './types.ts'

type Overtaken = NonNullable<DeskAnswer['overtaken']>
type OvertakenProps = { reviewId: string; overtaken: Overtaken; writing: boolean }

/** What has been recorded since the text was begun: sentences to be put in, and such as hold no longer. Each is taken or left by hand. */
export function OvertakenPanel({ reviewId, overtaken: { missing, stale }, writing }: OvertakenProps) {
  if (missing.length + stale.length === 0) return null
  return (
    <details className="message no-print">
      <summary>{t('writing.overtaken', { missing: missing.length, stale: stale.length })}</summary>
      <ul className="lines">
        {missing.map(one => (
          <Line
            key={one.key}
            reviewId={reviewId}
            of={one}
            writing={writing}
            take={t('writing.put-in')}
            leave={t('writing.leave-out')}
          >
            <span className="quiet small">{t('writing.belongs-under', { heading: one.heading })}</span>
          </Line>
        ))}
        {stale.map(one => (
          <Line
            key={one.key}
            reviewId={reviewId}
            of={one}
            writing={writing}
            take={t('writing.drop-line')}
            leave={t('writing.keep-line')}
          >
            <span className="quiet small">{t('writing.holds-no-longer')}</span>
          </Line>
        ))}
      </ul>
    </details>
  )
}

type LineProps = {
  reviewId: string
  of: { key: string; words: string }
  writing: boolean
  take: string
  leave: string
  children: React.ReactNode
}

function Line({ reviewId, of, writing, take, leave, children }: LineProps) {
  const taking = useCommand<{ reviewId: string; key: string; how: 'take' | 'leave' }>('reviews.take-compiled')
  const send = async (how: 'take' | 'leave') => {
    if (!(await taking.send({ reviewId, key: of.key, how }))) return
    tell(how === 'take' ? t('writing.brought-up') : t('writing.left-as-is'))
    await refresh(['reviews.'])
  }
  return (
    <li className="stack">
      {children}
      <p>{of.words}</p>
      {writing && (
        <div className="row">
          <Button busy={taking.state === 'sending'} onClick={() => void send('take')}>
            {take}
          </Button>
          <Button look="plain" busy={taking.state === 'sending'} onClick={() => void send('leave')}>
            {leave}
          </Button>
        </div>
      )}
      <Problem of={taking} />
    </li>
  )
}
