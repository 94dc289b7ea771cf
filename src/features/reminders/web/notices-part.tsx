import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Go } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { markRead } from '../commands/mark-read.ts'
import type { mine as mineQuery } from '../queries.ts'
import { DIGEST_GROUPS, type DigestGroup } from '../rules.ts'
import { whenWords } from './when-words.ts'

type Mine = AnswerOf<typeof mineQuery>
type Notice = Mine['notices'][number]

/** The unread notices, what was not done first. */
export function NoticesPart() {
  const found = useAnswer<Mine>('reminders.mine', {})
  const mark = useCommand<InputOf<typeof markRead>>('reminders.mark-read')
  const read = async (notices: readonly Notice[]) => {
    const noticeIds = notices.map(one => one.id)
    if (!(await mark.send({ noticeIds, read: true }))) return
    tell(t('reminders.marked', { count: noticeIds.length }), async () => {
      await sendCommand('reminders.mark-read', { noticeIds, read: false })
      await refresh(['reminders'])
    })
  }
  return (
    <>
      <Problem of={mark} />
      <Answered of={found}>
        {({ notices, today }) =>
          notices.length === 0 ? (
            <NothingUnread />
          ) : (
            <>
              <div className="no-print">
                <Button busy={mark.state === 'sending'} onClick={() => void read(notices)}>
                  {t('reminders.step-read-all')}
                </Button>
              </div>
              {DIGEST_GROUPS.map(group => (
                <NoticeCard
                  key={group}
                  group={group}
                  notices={notices.filter(one => one.group === group)}
                  today={today}
                  onRead={one => void read([one])}
                />
              ))}
            </>
          )
        }
      </Answered>
    </>
  )
}

const NothingUnread = () => (
  <EmptyPlace
    title={t('reminders.nothing-title')}
    help={t('reminders.nothing-help')}
    action={
      <ButtonLink to="/nhac-viec?xem=cach-nhac" look="main">
        {t('reminders.nothing-step')}
      </ButtonLink>
    }
  />
)

type CardProps = { group: DigestGroup; notices: readonly Notice[]; today: string; onRead: (notice: Notice) => void }

function NoticeCard({ group, notices, today, onRead }: CardProps) {
  if (notices.length === 0) return null
  return (
    <section className="card" aria-labelledby={`notices-${group}`}>
      <div className="card-head">
        <h2 id={`notices-${group}`}>{t(`reminders.group-${group}`)}</h2>
        <span className="quiet">{t('reminders.group-count', { count: notices.length })}</span>
      </div>
      <ul className="lines">
        {notices.map(notice => (
          <NoticeLine key={notice.id} notice={notice} today={today} onRead={() => onRead(notice)} />
        ))}
      </ul>
    </section>
  )
}

function NoticeLine({ notice, today, onRead }: { notice: Notice; today: string; onRead: () => void }) {
  const late = notice.dueOn < today
  return (
    <li className="notice-line">
      <div>
        <Go to={notice.address}>{notice.title}</Go>
        <div className="quiet small">{notice.context}</div>
      </div>
      <span className={late ? 'late' : undefined}>{whenWords(notice, today)}</span>
      <span className="no-print">
        <Button onClick={onRead} aria-label={t('reminders.step-read-of', { title: notice.title })}>
          {t('reminders.step-read')}
        </Button>
      </span>
    </li>
  )
}
