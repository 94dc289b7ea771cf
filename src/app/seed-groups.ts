import { type Engine, runQuery } from '../engine/runner.ts'
import { type IsoDate, longDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { keepPage, onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'

type Move = { on: IsoDate; state: string; result: string }
type SampleConclusion = { lead: string; support: string[]; text: string; dueOn: IsoDate; clause: string; moves?: Move[] }
type SampleMeeting = {
  by: string
  leader: string
  heldOn: IsoDate
  place: string
  chairedBy: string
  agenda: string
  notes: string
  minutes?: string
  proposedOn: IsoDate
  agreed?: { by: string; on: IsoDate }
  conclusions: SampleConclusion[]
}
type SampleGroups = {
  /** `holder`, `deputy` and `who` are usernames: places stand by posts. */
  focalPoints: ({ by: string; on: IsoDate; holder: string; deputy: string } & Record<string, string>)[]
  group: { by: string; on: IsoDate; number: string; paper: string }
  members: { who: string; role: string }[]
  meetings: SampleMeeting[]
}

/** Focal points of both sides, the working group, and its meetings so far: two agreed, the last waits for the other side. */
export async function loadGroups(engine: Engine, people: People, programmeId: string): Promise<void> {
  const sample = await readSample<SampleGroups>('to-cong-tac.json')
  const who = (username: string) => people.actors.get(username)!
  for (const { by, on, holder, deputy, ...office } of sample.focalPoints) {
    const days = { fromOn: on, toOn: null }
    const chosen = { holderAccount: who(holder).accountId, deputyAccount: who(deputy).accountId }
    const names = { holder: who(holder).displayName, holderPost: '', deputy: who(deputy).displayName, deputyPost: '' }
    const input = { focalPointId: newId(), programmeId, ...office, ...names, ...chosen, ...days }
    await onDay(engine, on)(who(by), 'groups.name-focal-point', input)
  }
  const { by, on, number, paper } = sample.group
  const [send, groupId] = [onDay(engine, on), newId()]
  const text = `QUYẾT ĐỊNH số ${number}\n\nThành lập Tổ công tác giúp thực hiện Chương trình phối hợp.\nSơn Hà, ${longDate(on)}.\n`
  const fileId = await keepPage(engine, who(by), send, paper, text)
  await send(who(by), 'groups.found-group', { groupId, programmeId, number, decidedOn: on, fileId })
  for (const { who: username, role } of sample.members) {
    const { accountId: account, displayName: name } = who(username)
    await send(who(username), 'groups.add-member', {
      memberId: newId(),
      groupId,
      name,
      post: '',
      account,
      role,
      fromOn: on,
      toOn: null,
    })
  }
  const today = vietnamDate(engine.now())
  for (const meeting of sample.meetings.filter(one => one.heldOn <= today))
    await loadMeeting(engine, people, programmeId, meeting)
}

async function loadMeeting(engine: Engine, people: People, programmeId: string, sample: SampleMeeting): Promise<void> {
  const { by, leader, chairedBy, minutes, proposedOn, agreed, conclusions: concluded, ...about } = sample
  const who = (username: string) => people.actors.get(username)!
  const today = vietnamDate(engine.now())
  const [meetingId, send] = [newId(), onDay(engine, about.heldOn)]
  const text = `BIÊN BẢN HỌP TỔ CÔNG TÁC\n\n${about.agenda}\n${about.place}, ${longDate(about.heldOn)}.\n`
  const minutesFile = minutes ? await keepPage(engine, who(by), send, minutes, text) : null
  const conclusions = concluded.map(one => ({
    conclusionId: newId(),
    text: one.text,
    leadBody: who(one.lead).bodyId,
    supportBodies: one.support.map(username => who(username).bodyId),
    dueOn: one.dueOn,
    clausePath: one.clause,
  }))
  const meeting = { ...about, chairedBy: who(chairedBy).bodyId, minutesFile, conclusions }
  await send(who(by), 'groups.record-meeting', { meetingId, programmeId, ...meeting })
  if (proposedOn > today) return
  const { digest } = (await runQuery(engine, who(leader), 'groups.meeting', { meetingId })) as { digest: string }
  await onDay(engine, proposedOn)(who(leader), 'groups.propose-meeting', { meetingId, digest })
  if (!agreed || agreed.on > today) return
  await onDay(engine, agreed.on)(who(agreed.by), 'groups.agree-meeting', { meetingId, digest })
  for (const [at, { lead, moves = [] }] of concluded.entries())
    for (const { on, ...move } of moves.filter(one => one.on <= today))
      await onDay(engine, on)(who(lead), 'groups.move-conclusion', {
        conclusionId: conclusions[at]!.conclusionId,
        version: 1,
        ...move,
      })
}
