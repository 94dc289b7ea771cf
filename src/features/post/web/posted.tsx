import type { ReactNode } from 'react'
import { Page } from '../../../ui/components/page.tsx'
import { PostPanel } from './post-panel.tsx'
import { PostSendingView } from './sending-view.tsx'
import type { Subject } from './types.ts'
import { usePosting, useStanding } from './use-standing.ts'

type PostedProps = {
  subject: Subject
  title: string
  above: ReactNode
  /** Exactly what is printed. */
  content: ReactNode
  /** The page itself, with the panel where it belongs. */
  children: (panel: ReactNode) => ReactNode
}

/** A page of something that parties by post take part in: itself, or what leaves on paper where the address says so. */
export function Posted({ subject, title, above, content, children }: PostedProps) {
  const standing = useStanding(subject).data
  const [posting, openPosting, leavePosting] = usePosting(standing)
  if (!posting || !standing) return children(<PostPanel subject={subject} standing={standing} onSend={openPosting} />)
  return (
    <Page title={title} above={above}>
      <PostSendingView subject={subject} {...posting} today={standing.today} onDone={leavePosting}>
        {content}
      </PostSendingView>
    </Page>
  )
}
