import { useAnswer } from '../../../ui/client/hooks.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import { FocalPoints } from './focal-points.tsx'
import './groups.css'
import { Meetings } from './meetings-part.tsx'
import type { GroupsAnswer } from './types.ts'
import { WorkingGroup } from './working-group.tsx'

/** Who stands behind a programme on each side: focal points, the working group and its meetings. */
export default function GroupsPage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<GroupsAnswer>('groups.page', { programmeId })
  const programme = found.data?.programme
  const steps = [
    { label: programme?.number ?? programme?.title ?? t('groups.programme'), to: `/chuong-trinh/${programmeId}` },
    { label: t('groups.title'), current: true },
  ]
  return (
    <Page
      title={t('groups.title')}
      above={<ThreadBar steps={steps} />}
      actions={
        <>
          <PrintButton />
          <ButtonLink to={`/quan-triet/moi?chuong-trinh=${programmeId}`}>{t('groups.disseminate')}</ButtonLink>
        </>
      }
    >
      <Answered of={found}>
        {answer => (
          <>
            <p className="paper-text">{answer.programme.title}</p>
            <FocalPoints answer={answer} />
            <WorkingGroup answer={answer} />
            <Meetings answer={answer} />
          </>
        )}
      </Answered>
    </Page>
  )
}
