import type { AnswerOf } from '../../../ui/client/types.ts'
import type { oneMeeting, page } from '../queries.ts'

export type GroupsAnswer = AnswerOf<typeof page>
export type Party = GroupsAnswer['parties'][number]
export type FocalPoint = GroupsAnswer['focalPoints'][number]
export type Member = GroupsAnswer['members'][number]
export type MeetingLine = GroupsAnswer['meetings'][number]
export type MeetingAnswer = AnswerOf<typeof oneMeeting>
export type Conclusion = MeetingAnswer['conclusions'][number]
