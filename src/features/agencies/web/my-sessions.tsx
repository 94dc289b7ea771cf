import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf, InputOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { type Column, Table } from '../../../ui/components/table.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { endSession } from '../commands/end-session.ts'
import type { mySessions } from '../queries.ts'
import { deviceWords } from './device-words.ts'
import { moment } from './moment.ts'

type Session = AnswerOf<typeof mySessions>['sessions'][number] & { current?: boolean }

const columnsFor = (onEnd: (session: Session) => void): Column<Session>[] => [
  {
    key: 'device',
    title: t('agencies.session-device'),
    cell: row => (
      <span title={row.device}>
        {deviceWords(row.device) ?? t('agencies.device-unknown')}
        {row.current && <b> ({t('agencies.session-here')})</b>}
      </span>
    ),
  },
  { key: 'since', title: t('agencies.session-since'), sort: row => row.createdAt, cell: row => moment(row.createdAt) },
  { key: 'seen', title: t('agencies.session-seen'), sort: row => row.seenAt, cell: row => moment(row.seenAt) },
  {
    key: 'end',
    title: t('agencies.session-step'),
    cell: row => !row.current && <Button onClick={() => onEnd(row)}>{t('agencies.session-end')}</Button>,
  },
]

/** Where the person is signed in, to end what is not theirs. */
export default function MySessions() {
  const found = useAnswer<{ sessions: Session[] }>('agencies.my-sessions', {})
  const end = useCommand<InputOf<typeof endSession>>('agencies.end-session')
  const go = async ({ id, device }: Session) => {
    const done = await end.send({ sessionId: id })
    if (done) tell(t('agencies.session-ended', { device: deviceWords(device) ?? t('agencies.device-unknown') }))
  }
  return (
    <Page title={t('agencies.sessions-title')}>
      <p>{t('agencies.sessions-why')}</p>
      <Problem of={end} />
      <Answered of={found}>
        {({ sessions }) => (
          <Table
            caption={t('agencies.sessions-title')}
            columns={columnsFor(row => void go(row))}
            rows={sessions}
            keyOf={row => row.id}
          />
        )}
      </Answered>
    </Page>
  )
}
