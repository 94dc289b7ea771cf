import { boot } from '../../../ui/client/boot.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { myWork } from '../queries.ts'
import type { WorkGroup } from '../rules.ts'
import { longToday } from './day-words.ts'
import { WorkCard } from './work-card.tsx'

type MyWorkAnswer = AnswerOf<ReturnType<typeof myWork>>

/** In the address: `?cua=toi`. */
const WORDS = [
  { of: 'side', word: '' },
  { of: 'unit', word: 'don-vi' },
  { of: 'mine', word: 'toi' },
] as const

/** The first screen: what is overdue, due today, this week, waits for us or for the other side. */
export default function MyWork() {
  const first = boot().today as MyWorkAnswer | null
  const [whose, setWhose] = useAddressWord('cua')
  const of = WORDS.find(one => one.word === whose)?.of ?? 'side'
  const work = useAnswer<MyWorkAnswer>(
    'insight.my-work',
    of === 'side' ? {} : { of },
    first && of === 'side' ? { first } : { keepPrevious: true },
  )
  return (
    <Page title={work.data ? longToday(work.data.today) : t('place.today')}>
      <div className="row no-print" role="group" aria-label={t('insight.whose')}>
        {WORDS.map(one => (
          <Button
            key={one.of}
            look={one.of === of ? 'main' : 'other'}
            aria-pressed={one.of === of}
            onClick={() => setWhose(one.word)}
          >
            {t(`insight.whose-${one.of}`)}
          </Button>
        ))}
      </div>
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
