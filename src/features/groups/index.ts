import type { Feature } from '../../engine/feature.ts'
import { addMember } from './commands/add-member.ts'
import { agreeMeeting } from './commands/agree-meeting.ts'
import { changeFocalPoint } from './commands/change-focal-point.ts'
import { changeGroup } from './commands/change-group.ts'
import { changeMeeting } from './commands/change-meeting.ts'
import { changeMember } from './commands/change-member.ts'
import { foundGroup } from './commands/found-group.ts'
import { handOver } from './commands/hand-over.ts'
import { linkConclusion } from './commands/link-conclusion.ts'
import { moveConclusion } from './commands/move-conclusion.ts'
import { nameFocalPoint } from './commands/name-focal-point.ts'
import { proposeMeeting } from './commands/propose-meeting.ts'
import { recordMeeting } from './commands/record-meeting.ts'
import { returnMeeting } from './commands/return-meeting.ts'
import { submitMeeting } from './commands/submit-meeting.ts'
import { takeBackMeeting } from './commands/take-back-meeting.ts'
import { takeBackPlace } from './commands/take-back-place.ts'
import { unlinkConclusion } from './commands/unlink-conclusion.ts'
import { conclusionDeadlines, emptyPlaces, meetingDeadlines } from './deadlines.ts'
import { groupHoldings } from './holdings.ts'
import { meetingClearances } from './laying.ts'
import { oneMeeting, page } from './queries.ts'
import { conclusionSearch, meetingSearch } from './search.ts'

export { meetingByPost } from './by-post.ts'
export { conclusionsDrawn, minutesAbout } from './meetings.ts'
export { minutesPaper } from './minutes-paper.ts'

/** Who stands behind a programme on each side, and what the working group concludes. */
export const groups: Feature = {
  name: 'groups',
  commands: [
    nameFocalPoint,
    changeFocalPoint,
    foundGroup,
    changeGroup,
    addMember,
    changeMember,
    recordMeeting,
    changeMeeting,
    submitMeeting,
    proposeMeeting,
    takeBackMeeting,
    returnMeeting,
    agreeMeeting,
    moveConclusion,
    takeBackPlace,
    linkConclusion,
    unlinkConclusion,
    handOver,
  ],
  queries: [page, oneMeeting],
  deadlines: [conclusionDeadlines, meetingDeadlines, meetingClearances, emptyPlaces],
  holdings: groupHoldings,
  searchables: [meetingSearch, conclusionSearch],
}
