import { z } from 'zod'
import { command } from '../../../engine/command.ts'
import { layBefore } from '../../programmes/index.ts'
import { laidMeeting } from '../laying.ts'
import { holdMeeting } from '../meetings.ts'
import { WORK } from '../rules.ts'

/** Lays minutes before the own head of unit and leader: the own side's to be put before the parties, or another's to be agreed to. */
export const submitMeeting = command({
  name: 'groups.submit-meeting',
  permission: WORK,
  input: z.strictObject({ clearanceId: z.guid(), meetingId: z.guid() }),
  run: async (context, { clearanceId, meetingId }) => {
    const { tx, acting } = context
    return layBefore(context, clearanceId, await laidMeeting(tx, acting, await holdMeeting(tx, meetingId)))
  },
})
