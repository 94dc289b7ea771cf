import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Actor, Role } from '../../src/kernel/permissions.ts'
import type { Expected } from './expected.ts'
import { OURS, type Side, type Stage } from './stage.ts'

const workers: readonly Role[] = ['officer', 'head', 'leader']
const deciders: readonly Role[] = ['leader', 'authorised']
const parties = (roles: readonly Role[]) => ({ own: roles, partner: roles })

const focalFields = (mark = '') => ({
  unit: 'Phòng Chính sách',
  holder: `Người phụ trách ${mark}`,
  holderPost: 'Trưởng phòng',
  deputy: 'Người thay',
  deputyPost: '',
  phone: '0209 000 000',
  email: '',
  fromOn: '2026-01-12',
  toOn: null,
})
const memberFields = { name: 'Thành viên', post: '', role: 'member', fromOn: '2026-01-12', toOn: null }

export const meetingFields = (lead: string, mark = OURS) => ({
  heldOn: '2026-02-10',
  place: 'Phòng họp',
  chairedBy: lead,
  agenda: `Họp tổ công tác ${mark}`,
  notes: '',
  minutesFile: null,
  conclusions: [
    {
      conclusionId: newId(),
      text: `Rà soát ${mark}`,
      leadBody: lead,
      supportBodies: [],
      dueOn: '2026-03-01',
      clausePath: 'II/1',
    },
  ],
})

async function focalPoint(stage: Stage) {
  const focalPointId = newId()
  const programmeId = await stage.programme()
  await stage.as(stage.officer)('groups.name-focal-point', { focalPointId, programmeId, ...focalFields() })
  return { focalPointId, programmeId }
}

async function group(stage: Stage) {
  const [groupId, programmeId] = [newId(), await stage.programme()]
  const paper = { number: '15/QĐ', decidedOn: '2026-01-20', fileId: null }
  await stage.as(stage.officer)('groups.found-group', { groupId, programmeId, ...paper })
  return groupId
}

async function member(stage: Stage) {
  const [memberId, groupId] = [newId(), await group(stage)]
  await stage.as(stage.officer)('groups.add-member', { memberId, groupId, ...memberFields })
  return memberId
}

/** Minutes that only the own side knows. */
export async function draftMeeting(stage: Stage, mark = OURS) {
  const [meetingId, programmeId] = [newId(), await stage.programme()]
  const fields = meetingFields(stage.bodyId('own'), mark)
  await stage.as(stage.officer)('groups.record-meeting', { meetingId, programmeId, ...fields })
  const { digest } = await stage.site.ask<{ digest: string }>(stage.leader, 'groups.meeting', { meetingId })
  return { meetingId, programmeId, digest, conclusionId: fields.conclusions[0]!.conclusionId }
}

/** Minutes put before the parties. */
export async function proposedMeeting(stage: Stage, mark = OURS) {
  const made = await draftMeeting(stage, mark)
  await stage.as(stage.leader)('groups.propose-meeting', { meetingId: made.meetingId, digest: made.digest })
  return { ...made, version: 2 }
}

async function agreedMeeting(stage: Stage) {
  const made = await proposedMeeting(stage)
  const { meetingId, digest } = made
  await stage.as(stage.actor('partner', 'leader'))('groups.agree-meeting', { meetingId, digest })
  return made
}

const row = (may: Expected['may'], arrange: (stage: Stage, actor: Actor, side: Side) => Promise<Json>): Expected => ({
  may,
  arrange,
})

/** Each side writes its own; minutes are put out, agreed to and returned by leaders; what was concluded is moved by who leads it. */
export const groups: Record<string, Expected> = {
  'groups.name-focal-point': row(parties(workers), async stage => ({
    focalPointId: newId(),
    programmeId: await stage.programme(),
    ...focalFields(),
  })),
  'groups.change-focal-point': row({ own: workers }, async stage => {
    const { focalPointId } = await focalPoint(stage)
    return { focalPointId, version: 1, ...focalFields(), toOn: '2026-06-30' }
  }),
  'groups.found-group': row(parties(workers), async stage => ({
    groupId: newId(),
    programmeId: await stage.programme(),
    number: '15/QĐ',
    decidedOn: '2026-01-20',
    fileId: null,
  })),
  'groups.change-group': row({ own: workers }, async stage => ({
    groupId: await group(stage),
    version: 1,
    number: '16/QĐ',
    decidedOn: '2026-01-21',
    fileId: null,
  })),
  'groups.add-member': row(parties(workers), async stage => ({
    memberId: newId(),
    groupId: await group(stage),
    ...memberFields,
  })),
  'groups.change-member': row({ own: workers }, async stage => ({
    memberId: await member(stage),
    version: 1,
    ...memberFields,
    role: 'secretary',
  })),
  'groups.take-back-place': row({ own: workers }, async stage => ({ kind: 'member', id: await member(stage) })),
  'groups.hand-over': row({ own: [...workers, 'administrator'] }, async stage => {
    const focalPointId = newId()
    const chosen = { holderAccount: stage.officer.accountId, deputyAccount: stage.leader.accountId }
    const programmeId = await stage.programme()
    await stage.as(stage.officer)('groups.name-focal-point', { focalPointId, programmeId, ...focalFields(), ...chosen })
    const next = stage.actor('own', 'head').accountId
    return { subjects: [{ kind: 'focal-point', id: focalPointId }], accountId: next }
  }),
  'groups.record-meeting': row(parties(workers), async (stage, actor) => ({
    meetingId: newId(),
    programmeId: await stage.programme(),
    ...meetingFields(actor.bodyId === stage.bodyId('partner') ? actor.bodyId : stage.bodyId('own')),
  })),
  'groups.change-meeting': row({ own: workers }, async stage => ({
    meetingId: (await draftMeeting(stage)).meetingId,
    version: 1,
    ...meetingFields(stage.bodyId('own')),
  })),
  'groups.submit-meeting': row({ own: workers }, async stage => ({
    clearanceId: newId(),
    meetingId: (await draftMeeting(stage)).meetingId,
  })),
  'groups.propose-meeting': row({ own: deciders }, async stage => {
    const { meetingId, digest } = await draftMeeting(stage)
    return { meetingId, digest }
  }),
  'groups.take-back-meeting': row({ own: deciders }, async stage => {
    const { meetingId, version } = await proposedMeeting(stage)
    return { meetingId, version }
  }),
  'groups.return-meeting': row({ partner: deciders }, async stage => {
    const { meetingId, version } = await proposedMeeting(stage)
    return { meetingId, version, reason: 'Kết luận 1 cần rõ thời hạn' }
  }),
  'groups.agree-meeting': row({ partner: deciders }, async stage => {
    const { meetingId, digest } = await proposedMeeting(stage)
    return { meetingId, digest }
  }),
  'groups.move-conclusion': row({ own: workers }, async stage => ({
    conclusionId: (await agreedMeeting(stage)).conclusionId,
    version: 1,
    state: 'done',
    result: 'Đã có văn bản',
  })),
  'groups.link-conclusion': row(parties(workers), async stage => {
    const { programmeId, conclusionId } = await agreedMeeting(stage)
    return { conclusionId, planId: (await stage.plan(programmeId)).planId, entryId: newId() }
  }),
  'groups.unlink-conclusion': row({ own: workers }, async stage => {
    const { programmeId, conclusionId } = await agreedMeeting(stage)
    const [entryId, { planId }] = [newId(), await stage.plan(programmeId)]
    await stage.as(stage.officer)('groups.link-conclusion', { conclusionId, planId, entryId })
    return { conclusionId, entryId }
  }),
}
