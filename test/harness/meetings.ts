import { newId } from '../../src/kernel/ids.ts'
import type { TestSite } from './site.ts'

/** Minutes with one conclusion that both sides have agreed to. */
export async function layMeeting({ send, ask, who }: TestSite, programmeId: string, heldOn: string): Promise<string> {
  const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
  const meetingId = newId()
  const conclusion = {
    conclusionId: newId(),
    text: 'Mở hai lớp',
    leadBody: lan.bodyId,
    supportBodies: [],
    dueOn: '2026-04-15',
    clausePath: 'II/1',
  }
  const about = { heldOn, place: 'Trụ sở', chairedBy: lan.bodyId, agenda: 'Kiểm điểm', notes: '', minutesFile: null }
  await send(lan, 'groups.record-meeting', { meetingId, programmeId, ...about, conclusions: [conclusion] })
  const { digest } = await ask<{ digest: string }>(minh, 'groups.meeting', { meetingId })
  await send(minh, 'groups.propose-meeting', { meetingId, digest })
  await send(hoa, 'groups.agree-meeting', { meetingId, digest })
  return meetingId
}
