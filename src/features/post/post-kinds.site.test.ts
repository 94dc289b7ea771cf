import { beforeEach, describe, expect, it } from 'vitest'
import { joinByPost, paperOf, postalBody, sendByPost } from '../../../test/harness/by-post.ts'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { kindInput } from '../../../test/harness/own-kinds.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { exportsByName } from '../../app/registry.ts'
import type { AnswerOf } from '../../engine/query.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import type { ownKinds } from '../activities/queries/own-kinds.ts'
import type { PaperSubjectKind } from '../programmes/index.ts'

const site = await openTestSite()
const { send, ask, who, engine } = site
const [lan, minh, clerk] = [who('lan'), who('minh'), who('vanthu.mttq')]
const today = vietnamDate(new Date())
const year = Number(today.slice(0, 4))
let serial = 0
let bodyId = ''
let programmeId = ''
let commitmentId = ''

/** A programme between the Front and a Party body that has nobody here. */
beforeEach(async () => {
  serial += 1
  const key = `pk${serial}`
  bodyId = await postalBody(site, key)
  const yearly = { kind: 'every' as const, count: 1, unit: 'year' as const }
  const duty = { path: 'II/1', text: 'Phối hợp bồi dưỡng kiến thức', lead: ['mttq'], schedules: [yearly] }
  const made = await insertProgramme(site, [duty], { parties: ['mttq', key], from: year, to: year + 4 })
  programmeId = made.id
  commitmentId = made.commitmentIds[0]!
})

type Seen = { state: string; version: number; digest: string; papers: { number: string }[]; submits: string | null }

/** One kind of thing that is agreed to: how it is written and sent by our side, and how it is seen. */
type Kind = {
  kind: PaperSubjectKind
  write: () => Promise<string>
  share: (id: string, seen: Seen) => Promise<unknown>
  submit: (id: string) => { name: string; input: object }
  see: (actor: Actor, id: string) => Promise<Seen>
}

type Laid = { laid: { submits: string | null } }
const amendment: Kind = {
  kind: 'amendment',
  write: async () => {
    const amendmentId = newId()
    const change = { kind: 'replace', path: 'II/1', text: 'Bồi dưỡng kiến thức mỗi quý', duties: [] }
    const content = { effectiveOn: addDays(today, 40), reason: 'để sát thực tế', changes: [change] }
    await send(lan, 'programmes.draft-amendment', { amendmentId, programmeId, counters: null, ...content })
    return amendmentId
  },
  share: (amendmentId, { version, digest }) => send(minh, 'programmes.share-amendment', { amendmentId, version, digest }),
  submit: amendmentId => ({ name: 'programmes.submit-amendment', input: { amendmentId } }),
  see: async (actor, amendmentId) => {
    type View = Laid & { amendment: Omit<Seen, 'papers'> & { papers: { paper: { number: string } }[] } }
    const { amendment: seen, laid } = await ask<View>(actor, 'programmes.amendment', { amendmentId })
    return { ...seen, papers: seen.papers.map(one => one.paper), submits: laid.submits }
  },
}
const indicator: Kind = {
  kind: 'indicator',
  write: async () => {
    const indicatorId = newId()
    const fields = { unit: 'lớp', min: 2, max: null, per: 'year', evidence: 'biên bản', reason: 'Văn bản không ghi số' }
    await send(lan, 'plans.propose-indicator', { indicatorId, commitmentId, ...fields })
    return indicatorId
  },
  share: (indicatorId, { version }) => send(minh, 'plans.share-indicator', { indicatorId, version }),
  submit: indicatorId => ({ name: 'plans.submit-indicator', input: { indicatorId } }),
  see: async (actor, id) => {
    type View = { duties: { indicators: (Seen & Laid & { id: string })[] }[] }
    const { duties } = await ask<View>(actor, 'plans.indicators', { programmeId })
    const seen = duties.flatMap(one => one.indicators).find(one => one.id === id)!
    return { ...seen, submits: seen.laid.submits }
  },
}
const meeting: Kind = {
  kind: 'meeting',
  write: async () => {
    const meetingId = newId()
    const text = 'Hoàn thiện tài liệu hỏi đáp'
    const concluded = {
      conclusionId: newId(),
      text,
      leadBody: minh.bodyId,
      supportBodies: [bodyId],
      dueOn: null,
      clausePath: 'II/1',
    }
    const fields = {
      heldOn: today,
      place: 'Trụ sở',
      chairedBy: minh.bodyId,
      agenda: 'Kiểm điểm quý',
      notes: '',
      minutesFile: null,
    }
    await send(lan, 'groups.record-meeting', { meetingId, programmeId, ...fields, conclusions: [concluded] })
    return meetingId
  },
  share: (meetingId, { digest }) => send(minh, 'groups.propose-meeting', { meetingId, digest }),
  submit: meetingId => ({ name: 'groups.submit-meeting', input: { meetingId } }),
  see: async (actor, meetingId) => {
    type View = Laid & { meeting: Seen; digest: string; agreedBy: { paper: { number: string } | null }[] }
    const { meeting: seen, digest, agreedBy, laid } = await ask<View>(actor, 'groups.meeting', { meetingId })
    return { ...seen, digest, papers: agreedBy.flatMap(one => one.paper ?? []), submits: laid.submits }
  },
}

const ownKind: Kind = {
  kind: 'own-kind',
  write: async () => {
    const input = kindInput(programmeId)
    await send(lan, 'activities.propose-kind', input)
    return input.kindId
  },
  share: (kindId, { version, digest }) => send(minh, 'activities.share-kind', { kindId, version, digest }),
  submit: kindId => ({ name: 'activities.submit-kind', input: { kindId } }),
  see: async (actor, id) => {
    const { programmes } = await ask<AnswerOf<typeof ownKinds>>(actor, 'activities.own-kinds', {})
    const version = programmes.flatMap(one => one.kinds.flatMap(kind => kind.versions)).find(one => one.id === id)!
    return { ...version, submits: version.laid.submits }
  },
}

/** Ours, put before the partner by its letter. */
async function sent({ kind, write, share, see }: Kind) {
  const subjectId = await write()
  await share(subjectId, await see(minh, subjectId))
  const subject = { kind, subjectId }
  const digest = await sendByPost(site, clerk, subject, { bodyId, date: today })
  return { ...subject, fields: await paperOf(site, clerk, { bodyId, digest, date: today }) }
}
const record = ({ kind, subjectId, fields }: Awaited<ReturnType<typeof sent>>) =>
  send(clerk, 'post.record-agreement', { kind, subjectId, ...fields })

describe.each([amendment, indicator, meeting])('$kind by post', one => {
  it('is agreed by the partner’s letter, and falls when the partner contests it', async () => {
    const letter = await sent(one)
    expect(await record(letter)).toMatchObject({ complete: true })
    const seen = await one.see(lan, letter.subjectId)
    expect([seen.state, seen.papers.map(paper => paper.number)]).toEqual(['agreed', ['12-CV/DUCCQ']])
    const theirs = await joinByPost(site, bodyId)
    await send(theirs, 'post.contest-act', { actId: letter.fields.actId, reason: 'Không phải văn bản của chúng tôi' })
    const open = one.kind === 'amendment' ? 'shared' : 'proposed'
    expect(await one.see(lan, letter.subjectId)).toMatchObject({ state: open, papers: [] })
  })

  it('is agreed by a letter about exactly what was sent, recorded by the clerk', async () => {
    const letter = await sent(one)
    const wrong = { ...letter, fields: { ...letter.fields, digest: 'f'.repeat(64) } }
    expect(await refusalOf(record(wrong))).toBe('post.not-sent')
    const { kind, subjectId, fields } = letter
    expect(await refusalOf(send(lan, 'post.record-agreement', { kind, subjectId, ...fields }))).toBe('not-permitted')
    await send(clerk, 'post.record-return', { kind, subjectId, ...fields, reason: 'Đề nghị viết lại' })
    expect((await one.see(lan, subjectId)).state).not.toBe('agreed')
    const waiting = await deadlinesOf(site, minh, '2099-12-31')
    expect(waiting.filter(line => line.kind === 'post' && line.programmeId === programmeId).map(line => line.step)).toEqual([
      'step.see-returned',
    ])
  })

  it('goes out with a letter that cites its code', async () => {
    const { subjectId, kind } = await sent(one)
    const cover = exportsByName.get('post-letter')!
    const letter = await engine.database.read(clerk, async db =>
      JSON.stringify(await cover.load({ db, acting: clerk, now: new Date(), today }, subjectId)),
    )
    expect(letter).toContain('mã đối chiếu')
    expect(letter.includes('Phụ lục')).toBe(kind !== 'amendment')
  })
})

describe.each([amendment, indicator, meeting, ownKind])('$kind inside the own side', one => {
  it('is laid before the leader by an officer, sent back with an instruction, and cleared by the leader’s own act', async () => {
    const id = await one.write()
    const { name, input } = one.submit(id)
    const lines = async (actor: Actor) =>
      (await deadlinesOf(site, actor, '2099-12-31')).filter(line => line.kind === `${one.kind}-clearance`).map(line => line.step)
    expect((await one.see(lan, id)).submits).toBe('share')
    const { clearanceId } = (await send(lan, name, { clearanceId: newId(), ...input })) as { clearanceId: string }
    expect([(await one.see(lan, id)).submits, await lines(minh)]).toEqual([null, ['step.clear-laid']])
    expect(await refusalOf(send(lan, name, { clearanceId: newId(), ...input }))).toBe('clearance.submitted-already')
    const back = { clearanceId, version: 1, instruction: 'Ghi rõ thời gian', dueOn: addDays(today, 3) }
    await send(minh, 'programmes.return-submission', back)
    expect(await lines(lan)).toEqual(['step.edit-laid'])
    await send(lan, name, { clearanceId: newId(), ...input })
    await one.share(id, await one.see(minh, id))
    expect([await lines(minh), await lines(lan)]).toEqual([[], []])
  })
})

describe('a working indicator whose letter falls', () => {
  it('gives its place back to what measured the duty before', async () => {
    const first = await sent(indicator)
    await record(first)
    const second = await sent(indicator)
    await record(second)
    expect((await indicator.see(lan, first.subjectId)).state).toBe('replaced')
    await send(clerk, 'post.withdraw-act', { actId: second.fields.actId })
    const states = [await indicator.see(lan, first.subjectId), await indicator.see(lan, second.subjectId)]
    expect(states.map(one => one.state)).toEqual(['agreed', 'proposed'])
  })
})

describe('a kind of work of a programme’s own by post', () => {
  const changed = (key: string): Kind => ({
    ...ownKind,
    write: async () => {
      const kindId = newId()
      await send(lan, 'activities.propose-kind', { ...kindInput(programmeId), kindId, changes: key, explanation: 'Ghi rõ hơn' })
      return kindId
    },
  })
  const stateOf = async ({ subjectId }: { subjectId: string }) => (await ownKind.see(lan, subjectId)).state

  it('is agreed by the partner’s letter about exactly what was sent, and says so', async () => {
    const letter = await sent(ownKind)
    expect(await refusalOf(record({ ...letter, fields: { ...letter.fields, digest: 'f'.repeat(64) } }))).toBe('post.not-sent')
    expect(await record(letter)).toMatchObject({ complete: true })
    expect(await ownKind.see(lan, letter.subjectId)).toMatchObject({ state: 'agreed', papers: [{ number: '12-CV/DUCCQ' }] })
    const cover = exportsByName.get('post-letter')!
    const next = await sent(changed(letter.subjectId))
    const printed = await engine.database.read(clerk, async db =>
      JSON.stringify(await cover.load({ db, acting: clerk, now: new Date(), today }, next.subjectId)),
    )
    expect(printed).toContain('Ghi rõ hơn')
    expect(printed).toContain('mã đối chiếu')
  })

  it('gives way to what held before once the letter falls, and the next has a number of its own', async () => {
    const first = await sent(ownKind)
    await record(first)
    const second = await sent(changed(first.subjectId))
    await record(second)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['replaced', 'agreed'])
    const theirs = await joinByPost(site, bodyId)
    await send(theirs, 'post.contest-act', { actId: second.fields.actId, reason: 'Không phải văn bản của chúng tôi' })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['agreed', 'replaced'])
    const third = await changed(first.subjectId).write()
    await ownKind.share(third, await ownKind.see(minh, third))
    const { version, digest } = await ownKind.see(theirs, third)
    await send(theirs, 'activities.agree-kind', { kindId: third, version, digest })
    expect(await ownKind.see(lan, third)).toMatchObject({ state: 'agreed', number: 3 })
  })
})

describe('what a partner by post tells of itself', () => {
  type Cell = { dutyKey: string; state: string; mayRecord: boolean; paper: { number: string } | null; packageId: string | null }
  type Matrix = { rows: { from: string; cells: Record<string, Cell> }[] }
  let informed = ''
  const cells = async (actor: Actor) => {
    const { rows } = await ask<Matrix>(actor, 'exchange.matrix', { programmeId: informed, year })
    return rows.filter(row => row.from === bodyId).flatMap(row => Object.values(row.cells))
  }
  beforeEach(async () => {
    const yearly = { kind: 'every' as const, count: 1, unit: 'quarter' as const }
    const duty = {
      path: 'II/1',
      text: 'Trao đổi thông tin',
      lead: [`pk${serial}`],
      schedules: [yearly],
      topics: ['information' as const],
    }
    informed = (await insertProgramme(site, [duty], { parties: ['mttq', `pk${serial}`], from: year, to: year })).id
  })
  const record = async (change: object = {}) => {
    const [{ dutyKey }] = (await cells(clerk)) as [Cell]
    const { digest: _digest, bodyId: _body, ...paper } = await paperOf(site, clerk, { bodyId, digest: '', date: today })
    const packageId = newId()
    const input = { packageId, programmeId: informed, dutyKey, year, ...paper, note: 'Ba hội nghị', ...change }
    await send(clerk, 'exchange.record-paper-package', input)
    return { packageId, actId: paper.actId }
  }

  it('is written down by our clerk from its paper, received the same day, and cited in the matrix', async () => {
    expect((await cells(lan))[0]!.mayRecord).toBe(false)
    const { packageId } = await record()
    const [cell] = await cells(clerk)
    expect(cell).toMatchObject({ packageId, paper: { number: '12-CV/DUCCQ' }, mayRecord: false })
    type Shown = { package: { state: string; sentOn: string; receivedOn: string }; content: { note: string; files: unknown[] } }
    const shown = await ask<Shown>(lan, 'exchange.package', { packageId })
    expect(shown.package).toMatchObject({ state: 'received', sentOn: today, receivedOn: today })
    expect([shown.content.note, shown.content.files.length]).toEqual(['Ba hội nghị', 1])
    expect(await refusalOf(record())).toBe('exchange.opened-already')
  })

  it('is taken out when the partner contests it, and refused before its period or for a side that works here', async () => {
    const { packageId, actId } = await record()
    expect(await refusalOf(record({ date: addDays(today, 1) }))).toBe('post.in-future')
    const theirs = await joinByPost(site, bodyId)
    await send(theirs, 'post.contest-act', { actId, reason: 'Chúng tôi chưa gửi' })
    const shown = await ask<{ package: { state: string; reason: string } }>(lan, 'exchange.package', { packageId })
    expect(shown.package).toMatchObject({ state: 'returned', reason: 'Chúng tôi chưa gửi' })
    expect(await refusalOf(record())).toBe('post.online')
  })
})

describe('a letter to others that a partner by post signs too', () => {
  it('is agreed by its paper, waits again when that falls, and stays sent once it has left', async () => {
    const requestId = newId()
    const words = { toName: 'Sở Y tế', toBody: null, content: 'Đề nghị hỗ trợ', clausePath: 'II/1', signedWith: [bodyId] }
    await send(lan, 'exchange.draft-request', { requestId, programmeId, ...words })
    type Seen = { digest: string; request: { state: string; version: number } }
    const see = () => ask<Seen>(minh, 'exchange.request', { requestId })
    await send(minh, 'exchange.propose-request', { requestId, version: 1, digest: (await see()).digest })
    const subject = { kind: 'request' as const, subjectId: requestId }
    const digest = await sendByPost(site, clerk, subject, { bodyId, date: today })
    const agree = async () => {
      const fields = await paperOf(site, clerk, { bodyId, digest, date: today })
      await send(clerk, 'post.record-agreement', { ...subject, ...fields })
      return fields.actId
    }
    const actId = await agree()
    expect((await see()).request.state).toBe('agreed')
    await send(clerk, 'post.withdraw-act', { actId })
    expect((await see()).request.state).toBe('proposed')
    const again = await agree()
    const { version } = (await see()).request
    const letter = { number: '45/MTTQ', sentOn: today, dueOn: null, fileId: null }
    await send(clerk, 'exchange.send-request', { requestId, version, ...letter })
    await send(clerk, 'post.withdraw-act', { actId: again })
    expect((await see()).request.state).toBe('sent')
  })
})
