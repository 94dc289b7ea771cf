import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { asToday, enrolBeside } from '../../../test/harness/enrol.ts'
import { sharePlan } from '../../../test/harness/plans.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import type { Json } from '../../engine/db/database.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import { ACTS, type Act, type Actor, type PostRole } from '../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
const today = vietnamDate(new Date())
let serial = 0

/** An officer whom a leader lets do so much. */
async function authorised(
  acts: readonly Act[],
  more: { [key: string]: Json } = {},
  roles: PostRole[] = ['officer'],
): Promise<Actor> {
  serial += 1
  const person = await enrolBeside(site, lan, `uyquyen${serial}`, roles)
  const days = { paperDate: addDays(today, -1), from: today, to: addDays(today, 30) }
  const paper = { authorisationId: newId(), accountId: person.accountId, number: `${serial}/UQ-MTTQ`, scope: 'Ký thay', ...days }
  await send(minh, 'agencies.authorise', { ...paper, acts: [...acts], ...more })
  return asToday(site, person)
}

const programme = async () => (await insertProgramme(site, [{ path: 'II/1', text: 'Tập huấn' }])).id
async function shared(programmeId: string): Promise<string> {
  const planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
  await sharePlan(site, minh, planId)
  return planId
}
type Plan = { digest: string; can: Record<'share' | 'agree' | 'submit', boolean> }
const look = (actor: Actor, planId: string) => ask<Plan>(actor, 'plans.plan', { planId })
const agree = async (actor: Actor, planId: string) =>
  send(actor, 'plans.agree-plan', { planId, digest: (await look(actor, planId)).digest })

const DUTY = { path: 'II/1', text: 'Tập huấn' }
type Made = Awaited<ReturnType<typeof insertProgramme>>
type Sending = { id: string; name: string; input: { [key: string]: Json } }

/** What an officer writes and a decider puts before the parties. */
const indicator = {
  sent: async ({ commitmentIds }: Made): Promise<Sending> => {
    const id = newId()
    const fields = { unit: 'lớp', min: 2, max: null, per: 'year', evidence: 'biên bản', reason: 'Văn bản không ghi số' }
    await send(lan, 'plans.propose-indicator', { indicatorId: id, commitmentId: commitmentIds[0]!, ...fields })
    return { id, name: 'plans.share-indicator', input: { indicatorId: id, version: 1 } }
  },
}
const meeting = {
  sent: async ({ id: programmeId }: Made): Promise<Sending> => {
    const id = newId()
    const fields = { heldOn: today, place: 'Trụ sở', chairedBy: lan.bodyId, agenda: 'Kiểm điểm', notes: '', minutesFile: null }
    await send(lan, 'groups.record-meeting', { meetingId: id, programmeId, ...fields, conclusions: [] })
    const { digest } = await ask<{ digest: string }>(lan, 'groups.meeting', { meetingId: id })
    return { id, name: 'groups.propose-meeting', input: { meetingId: id, digest } }
  },
}
const amendment = {
  sent: async ({ id: programmeId }: Made): Promise<Sending> => {
    const id = newId()
    const changes = [{ kind: 'replace', path: 'II/1', text: 'Tập huấn mỗi quý', duties: [] }]
    const content = { effectiveOn: addDays(today, 40), reason: 'để sát thực tế', changes }
    await send(lan, 'programmes.draft-amendment', { amendmentId: id, programmeId, counters: null, ...content })
    type Seen = { amendment: { version: number; digest: string } }
    const { version, digest } = (await ask<Seen>(lan, 'programmes.amendment', { amendmentId: id })).amendment
    return { id, name: 'programmes.share-amendment', input: { amendmentId: id, version, digest } }
  },
}

describe('what a paper lets its holder decide', () => {
  let [first, second] = ['', '']
  beforeAll(async () => {
    ;[first, second] = [await programme(), await programme()]
  })

  it('is what it names: who may only close agrees to nothing, and what they send is cleared first', async () => {
    const closes = await authorised(['close'])
    const planId = await shared(first)
    expect((await look(closes, planId)).can).toMatchObject({ agree: false, submit: true })
    expect(await refusalOf(agree(closes, planId))).toBe('not-authorised')
    const privateId = newId()
    await send(lan, 'plans.draft-plan', { planId: privateId, programmeId: second, year: 2027 })
    const { digest, can } = await look(closes, privateId)
    expect(can.share).toBe(false)
    expect(await refusalOf(send(closes, 'plans.share-plan', { planId: privateId, digest }))).toBe('clearance.needed')
  })

  it('holds in the programmes that it names and in no other, on the screen as on the server', async () => {
    const [here, there] = [await programme(), await programme()]
    const [ours, theirs] = [await shared(here), await shared(there)]
    const person = await authorised(ACTS, { programmeIds: [here] })
    expect([(await look(person, ours)).can.agree, (await look(person, theirs)).can.agree]).toEqual([true, false])
    expect(await refusalOf(agree(person, theirs))).toBe('not-authorised')
    await agree(person, ours)
  })

  it('holds so for whatever is put before the parties, and for what somebody else has cleared', async () => {
    const [here, there] = [await insertProgramme(site, [DUTY]), await insertProgramme(site, [DUTY])]
    const person = await authorised(['agree', 'sign'], { programmeIds: [here.id] }, ['viewer'])
    for (const { sent } of [indicator, meeting, amendment]) {
      const [ours, other] = [await sent(here), await sent(there)]
      expect(await refusalOf(send(person, other.name, other.input))).toBe('not-authorised')
      await send(person, ours.name, ours.input)
    }
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId: there.id, year: 2027 })
    const clearanceId = newId()
    await send(lan, 'plans.submit-plan', { clearanceId, planId })
    await send(minh, 'plans.clear-submission', { clearanceId, version: 1 })
    const { digest, can } = await look(person, planId)
    expect(can.share).toBe(false)
    expect(await refusalOf(send(person, 'plans.share-plan', { planId, digest }))).toBe('not-authorised')
  })

  it('of who may agree sends minutes and so settles what was laid before them; who may only sign lays them before a leader', async () => {
    const made = await insertProgramme(site, [DUTY])
    const [signs, agrees] = [await authorised(['sign']), await authorised(['agree'])]
    const { id: meetingId, name, input } = await meeting.sent(made)
    type Laid = { laid: { submits: string | null; clearance: { state: string } | null } }
    const seen = async (actor: Actor) => (await ask<Laid>(actor, 'groups.meeting', { meetingId })).laid
    expect([(await seen(signs)).submits, (await seen(agrees)).submits]).toEqual(['share', null])
    const clearanceId = newId()
    await send(signs, 'groups.submit-meeting', { clearanceId, meetingId })
    expect(await refusalOf(send(signs, name, input))).toBe('not-authorised')
    await send(agrees, name, input)
    const row = await site.engine.database.read(lan, db =>
      db.selectFrom('clearance').select('state').where('id', '=', clearanceId).executeTakeFirst(),
    )
    expect(row).toEqual({ state: 'cleared' })
  })

  it('names programmes of the own body only', async () => {
    const theirs = await insertProgramme(site, [DUTY], { parties: ['sdttg'] })
    for (const id of [newId(), theirs.id]) expect(await refusalOf(authorised(ACTS, { programmeIds: [id] }))).toBe('not-found')
  })

  it('clears what was submitted only where its acts and programmes reach', async () => {
    const planId = newId()
    const programmeId = await programme()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
    const clearanceId = newId()
    await send(lan, 'plans.submit-plan', { clearanceId, planId })
    for (const person of [await authorised(['freeze']), await authorised(['sign'], { programmeIds: [first] })])
      expect(await refusalOf(send(person, 'plans.clear-submission', { clearanceId, version: 1 }))).toBe('not-authorised')
    await send(await authorised(['sign'], { programmeIds: [programmeId] }), 'plans.clear-submission', { clearanceId, version: 1 })
  })

  it('is nothing once it is taken back, and nothing without an act', async () => {
    const authorisationId = newId()
    const person = await authorised(['agree'], { authorisationId })
    await send(minh, 'agencies.revoke-authorisation', { authorisationId, version: 1, revoked: true })
    expect((await asToday(site, person)).authorities).toEqual([])
    expect(await refusalOf(authorised([]))).toBe('bad-input')
  })
})

describe('the paper itself', () => {
  const upload = async (actor: Actor) => {
    const stored = await site.engine.files.put(Readable.from([Buffer.from(newId())]), 1000)
    const fileId = newId()
    await send(actor, 'files.keep-upload', { fileId, ...stored, name: 'uy-quyen.pdf', mediaType: 'application/pdf' })
    return fileId
  }

  it('lies with its authorisation for the own side, and is no other side’s file', async () => {
    const fileId = await upload(minh)
    await authorised(['sign'], { fileId })
    type Listed = { authorisations: { file: { id: string; name: string } | null }[] }
    const { authorisations } = await ask<Listed>(lan, 'agencies.authorisations')
    expect(authorisations.map(one => one.file)).toContainEqual({ id: fileId, name: 'uy-quyen.pdf' })
    expect((await ask<Listed>(hoa, 'agencies.authorisations')).authorisations).toEqual([])
    expect(await refusalOf(authorised(['sign'], { fileId }))).toBe('not-found')
    expect(await refusalOf(authorised(['sign'], { fileId: await upload(hoa) }))).toBe('not-found')
  })
})
