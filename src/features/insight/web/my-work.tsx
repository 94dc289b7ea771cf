import { boot } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { myWork } from '../queries.ts'
import type { WorkGroup } from '../rules.ts'
import { longToday } from './day-words.ts'
import { WorkCard } from './work-card.tsx'

type MyWorkAnswer = AnswerOf<ReturnType<typeof myWork>>

/** The first screen: what is overdue, due today, this week, waits for us or for the other side. */
export default function MyWork() {
  const first = boot().today as MyWorkAnswer | null
  const work = useAnswer<MyWorkAnswer>('insight.my-work', {}, first ? { first } : {})
  return (
    <Page title={work.data ? longToday(work.data.today) : t('place.today')}>
      <Answered of={work}>{answer => <Groups groups={answer.groups.filter(group => group.total > 0)} />}</Answered>
    </Page>
  )
}

const Groups = ({ groups }: { groups: WorkGroup[] }) =>
  groups.length > 0 ? (
    groups.map(group => <WorkCard key={group.key} group={group} />)
  ) : (
    <EmptyPlace
      title={t('insight.nothing-title')}
      help={t('insight.nothing-help')}
      action={
        <ButtonLink to="/chuong-trinh/nhap" look="main">
          {t('insight.nothing-step')}
        </ButtonLink>
      }
    />
  )
