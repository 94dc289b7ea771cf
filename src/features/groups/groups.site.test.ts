import { Readable } from 'node:stream'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../test/harness/contributions.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

let now = new Date('2026-03-10T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
const [lan, minh, tuan, hoa, dung] = [who('lan'), who('minh'), who('tuan'), who('hoa'), who('dung')]
const [A, B] = [lan.bodyId, tuan.bodyId]

let programmeId = ''
beforeAll(async () => {
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền pháp luật' }])).id
})
beforeEach(() => {
  now = new Date('2026-03-10T03:00:00Z')
})

type View = {
  meeting: { state: string; version: number; reason: string | null; minutes: { id: string } | null }
  digest: string
  agreedBy: { bodyId: string }[]
  conclusions: { id: string; text: string; standing: string; version: number; planId: string | null }[]
  can: Record<string, { code: string } | null>
}
const look = (acting: Actor, meetingId: string) => ask<View>(acting, 'groups.meeting', { meetingId })

const conclusion = (change: object = {}) => ({
  conclusionId: newId(),
  text: 'Sở hoàn thiện tài liệu hỏi đáp bằng hai thứ tiếng',
  leadBody: B,
  supportBodies: [A],
  dueOn: '2026-04-15',
  clausePath: 'II/1',
  ...change,
})
const fields = (change: object = {}) => ({
  heldOn: '2026-03-05',
  place: 'Trụ sở Sở',
  chairedBy: A,
  agenda: 'Kiểm điểm tiến độ quý I',
  notes: '',
  minutesFile: null,
  conclusions: [conclusion()],
  ...change,
})

async function record(change: object = {}, by = lan): Promise<string> {
  const meetingId = newId()
  await send(by, 'groups.record-meeting', { meetingId, programmeId, ...fields(change) })
  return meetingId
}
async function propose(meetingId: string): Promise<string> {
  const { digest } = await look(minh, meetingId)
  await send(minh, 'groups.propose-meeting', { meetingId, digest })
  return digest
}
async function agreed(change: object = {}): Promise<View & { meetingId: string }> {
  const meetingId = await record(change)
  await send(hoa, 'groups.agree-meeting', { meetingId, digest: await propose(meetingId) })
  return { ...(await look(tuan, meetingId)), meetingId }
}

describe('minutes of a meeting', () => {
  it('about one record are drafted once a day by a side, and asked once more they are those that are there', async () => {
    const about = newId()
    const draft = (by: Actor) =>
      send(by, 'groups.record-meeting', { meetingId: newId(), programmeId, about, ...fields({ conclusions: [] }) })
    const [first, again, theirs] = [await draft(lan), await draft(lan), await draft(tuan)]
    expect(again).toEqual(first)
    expect(theirs).not.toEqual(first)
    const both = await Promise.all([draft(minh), draft(lan)])
    expect(both).toEqual([first, first])
  })

  it('are a draft of the side that recorded them until its leader puts them before the others', async () => {
    const meetingId = await record()
    expect(await refusalOf(look(tuan, meetingId))).toBe('not-found')
    await propose(meetingId)
    expect((await look(tuan, meetingId)).meeting.state).toBe('proposed')
    expect(await refusalOf(look(dung, meetingId))).toBe('not-found')
  })

  it('are agreed by the digest that the other leader has seen', async () => {
    const meetingId = await record()
    const digest = await propose(meetingId)
    expect(await refusalOf(send(hoa, 'groups.agree-meeting', { meetingId, digest: 'f'.repeat(64) }))).toBe('groups.content-moved')
    expect(await send(hoa, 'groups.agree-meeting', { meetingId, digest })).toEqual({ agreed: true })
    const { meeting, agreedBy } = await look(lan, meetingId)
    expect([meeting.state, agreedBy.map(one => one.bodyId).toSorted()]).toEqual(['agreed', [A, B].toSorted()])
  })

  it('come back with a reason, are mended and proposed anew; what was agreed before falls', async () => {
    const meetingId = await record()
    const before = await propose(meetingId)
    await send(hoa, 'groups.return-meeting', { meetingId, version: 2, reason: 'Ghi rõ hạn' })
    expect(await refusalOf(send(lan, 'groups.change-meeting', { meetingId, version: 3, ...fields() }))).toBe('groups.not-a-draft')
    await send(minh, 'groups.take-back-meeting', { meetingId, version: 3 })
    const changed = fields({ conclusions: [conclusion({ dueOn: '2026-04-30' })] })
    await send(lan, 'groups.change-meeting', { meetingId, version: 4, ...changed })
    const after = await propose(meetingId)
    expect(after).not.toBe(before)
    expect((await look(hoa, meetingId)).agreedBy.map(one => one.bodyId)).toEqual([A])
  })

  it('do not change once agreed, also not by SQL', async () => {
    const { meetingId } = await agreed()
    expect(await refusalOf(send(minh, 'groups.take-back-meeting', { meetingId, version: 3 }))).toBe('groups.not-proposed')
    const attack = engine.database.write(minh, tx =>
      tx.updateTable('meeting').set({ agenda: 'khác' }).where('id', '=', meetingId).execute(),
    )
    await expect(attack).rejects.toThrow('an agreed meeting does not change')
  })

  it('take their file along: own in a draft, joint when proposed, own again when taken back', async () => {
    const stored = await engine.files.put(Readable.from([Buffer.from('biên bản')]), 1000)
    const fileId = newId()
    await send(lan, 'files.keep-upload', { fileId, ...stored, name: 'bien-ban.txt', mediaType: 'text/plain' })
    const meetingId = await record({ minutesFile: fileId })
    const seen = () =>
      engine.database.read(tuan, async db => (await db.selectFrom('file').select('id').where('id', '=', fileId).execute()).length)
    expect(await seen()).toBe(0)
    await propose(meetingId)
    expect(await seen()).toBe(1)
    await send(minh, 'groups.take-back-meeting', { meetingId, version: 2 })
    expect(await seen()).toBe(0)
  })

  it.each([
    ['is not yet held', { heldOn: '2026-03-11' }, 'groups.not-held'],
    ['is chaired by a body that is no party', { chairedBy: dung.bodyId }, 'groups.not-a-party'],
    ['concludes something due before it', { conclusions: [conclusion({ dueOn: '2026-03-04' })] }, 'groups.due-before-meeting'],
    ['concludes something under a clause that is not there', { conclusions: [conclusion({ clausePath: 'X/9' })] }, 'not-found'],
  ])('of a meeting that %s are refused', async (_what, change, code) => {
    expect(await refusalOf(record(change))).toBe(code)
  })
})

describe('what was concluded', () => {
  it('is late by its day, and done when the side that leads it says so', async () => {
    const { conclusions } = await agreed()
    const [one] = conclusions
    now = new Date('2026-04-16T03:00:00Z')
    const move = { conclusionId: one!.id, version: 1, state: 'done', result: 'Đã in 500 cuốn' }
    const found = (await deadlinesOf(site, tuan, '2026-05-01')).filter(line => line.id === one!.id)
    expect(found.map(line => [line.dueOn, line.waits, line.step])).toEqual([['2026-04-15', 'us', 'move-conclusion']])
    expect(await refusalOf(send(lan, 'groups.move-conclusion', move))).toBe('groups.not-lead')
    await send(tuan, 'groups.move-conclusion', move)
    expect((await deadlinesOf(site, tuan, '2026-05-01')).filter(line => line.id === one!.id)).toEqual([])
  })

  it('is no work before every party has agreed', async () => {
    const meetingId = await record()
    await propose(meetingId)
    const [one] = (await look(tuan, meetingId)).conclusions
    const move = { conclusionId: one!.id, version: 1, state: 'done', result: '' }
    expect(await refusalOf(send(tuan, 'groups.move-conclusion', move))).toBe('groups.not-agreed')
    expect((await deadlinesOf(site, tuan, '2026-12-31')).map(line => line.id)).not.toContain(one!.id)
  })

  it('is found by its words, by the parties only', async () => {
    const text = 'Biên soạn tờ gấp về phòng chống cháy rừng'
    const { conclusions } = await agreed({ conclusions: [conclusion({ text })] })
    const idsFound = async (acting: Actor) => (await hitsOf(site, acting, 'to & gap & chay & rung:*')).map(hit => hit.id)
    expect(await idsFound(hoa)).toContain(conclusions[0]!.id)
    expect(await idsFound(dung)).toEqual([])
  })

  it('keeps for each side alone into which plan it was taken over', async () => {
    const { meetingId, conclusions } = await agreed()
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2027 })
    const link = { conclusionId: conclusions[0]!.id, planId, entryId: newId() }
    expect(await refusalOf(send(tuan, 'groups.link-conclusion', link).catch(error => Promise.reject(asRefusal(error))))).toBe(
      'not-permitted',
    )
    await send(lan, 'groups.link-conclusion', link)
    expect((await look(lan, meetingId)).conclusions[0]!.planId).toBe(planId)
    expect((await look(tuan, meetingId)).conclusions[0]!.planId).toBeNull()
  })
})

describe('focal points', () => {
  const focal = {
    unit: 'Phòng Chính sách',
    holder: 'Nông Anh Tuấn',
    holderPost: 'Chuyên viên',
    deputyPost: '',
    phone: '',
    email: '',
  }
  const days = { fromOn: '2026-01-12', toOn: null }

  it('name a person and a deputy, and are seen by the other side, which cannot change them', async () => {
    const focalPointId = newId()
    const bare = { focalPointId, programmeId, ...focal, ...days }
    expect(await refusalOf(send(tuan, 'groups.name-focal-point', { ...bare, deputy: ' ' }))).toBe('field.empty')
    await send(tuan, 'groups.name-focal-point', { ...bare, deputy: 'Người thay' })
    const { focalPoints } = await ask<{ focalPoints: { id: string; holder: string; mayChange: boolean }[] }>(lan, 'groups.page', {
      programmeId,
    })
    expect(focalPoints).toMatchObject([{ id: focalPointId, holder: 'Nông Anh Tuấn', mayChange: false }])
    const change = { focalPointId, version: 1, ...focal, deputy: 'Khác', ...days }
    expect(await refusalOf(send(lan, 'groups.change-focal-point', change))).toBe('groups.not-yours')
    expect(await refusalOf(send(tuan, 'groups.change-focal-point', { ...change, toOn: '2026-01-01' }))).toBe(
      'groups.days-reversed',
    )
  })
})

/** The wall's own refusal, as the door tells it. */
const asRefusal = (error: Error & { code?: string }) =>
  error.code === '42501' ? Object.assign(new Error(), { name: 'Refusal', code: 'not-permitted' }) : error
