import { beforeAll, describe, expect, it } from 'vitest'
import { enrolBeside } from '../../../test/harness/enrol.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'

const site = await openTestSite()
const { send, ask, who } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
const today = vietnamDate(new Date())

type Line = { kind: string; id: string; address: string; dueOn: string | null }
async function linesOf(actor: Actor): Promise<Line[]> {
  const { groups } = await ask<{ groups: { items: Line[] }[] }>(actor, 'insight.my-work', {})
  return groups.flatMap(group => group.items).filter(line => line.kind === 'instruction')
}

/** An amendment that the officer has laid before the leader: with these a leader's own act follows, no clearing. */
async function laidAmendment() {
  const { id: programmeId } = await insertProgramme(site, [{ path: 'II/3', text: 'Hằng quý trao đổi', lead: ['mttq', 'sdttg'] }])
  const [amendmentId, clearanceId] = [newId(), newId()]
  const changes = [{ kind: 'replace', path: 'II/3', text: 'Sáu tháng trao đổi', duties: [] }]
  const draft = { amendmentId, programmeId, counters: null, effectiveOn: '2028-01-01', reason: 'Rút gọn', changes }
  await send(lan, 'programmes.draft-amendment', draft)
  await send(lan, 'programmes.submit-amendment', { clearanceId, amendmentId })
  return { amendmentId, clearanceId }
}

const give = (by: Actor, clearanceId: string, dueOn: string | null = addDays(today, 5)) => {
  const instructionId = newId()
  const said = { instructionId, clearanceId, words: 'Hỏi ý kiến các xã trước', dueOn }
  return send(by, 'instructions.give-instruction', said).then(() => instructionId)
}

describe('an instruction on what is laid before the leader', () => {
  let instructionId: string
  let amendmentId: string
  beforeAll(async () => {
    const laid = await laidAmendment()
    amendmentId = laid.amendmentId
    instructionId = await give(minh, laid.clearanceId)
  })

  it('leaves the submission waiting', async () => {
    const seen = await ask<{ laid: { clearance: { state: string; instructions: { id: string }[] } } }>(
      minh,
      'programmes.amendment',
      { amendmentId },
    )
    expect(seen.laid.clearance).toMatchObject({ state: 'forwarded', instructions: [{ id: instructionId, doneBy: null }] })
  })

  it('stands with its day among the work of the own side and of nobody else', async () => {
    const line = { id: instructionId, address: `/y-kien-chi-dao/${instructionId}`, dueOn: addDays(today, 5) }
    expect(await linesOf(lan)).toMatchObject([line])
    expect(await linesOf(hoa)).toEqual([])
    expect(await refusalOf(ask(hoa, 'instructions.instruction', { instructionId }))).toBe('not-found')
  })

  it('is done once, and opened again', async () => {
    await send(lan, 'instructions.settle-instruction', { instructionId, version: 1 })
    expect(await linesOf(lan)).toEqual([])
    expect(await refusalOf(send(lan, 'instructions.settle-instruction', { instructionId, version: 2 }))).toBe(
      'instructions.done-already',
    )
    await send(lan, 'instructions.reopen-instruction', { instructionId, version: 2 })
    expect(await linesOf(lan)).toHaveLength(1)
  })
})

it('is given by whoever the submission waits for: the head of the unit, and a leader at any time', async () => {
  const head = await enrolBeside(site, lan, 'truongphong', ['head'])
  const { clearanceId } = await laidAmendment()
  await give(head, clearanceId)
  await send(head, 'programmes.forward-submission', { clearanceId, version: 1 })
  expect(await refusalOf(give(head, clearanceId))).toBe('not-permitted')
  await give(minh, clearanceId)
})

it('is taken back by whoever said it, and by nobody else', async () => {
  const { clearanceId } = await laidAmendment()
  const instructionId = await give(minh, clearanceId)
  const head = await enrolBeside(site, lan, 'truongbankhac', ['head'])
  const back = (by: Actor) => send(by, 'instructions.take-back-instruction', { instructionId, version: 1 })
  expect(await refusalOf(back(head))).toBe('not-permitted')
  await back(minh)
  expect((await linesOf(lan)).map(line => line.id)).not.toContain(instructionId)
  expect(await refusalOf(ask(lan, 'instructions.instruction', { instructionId }))).toBe('not-found')
})

it('asks for a day that is still to come', async () => {
  const { clearanceId } = await laidAmendment()
  expect(await refusalOf(give(minh, clearanceId, addDays(today, -1)))).toBe('clearance.day-gone')
})

it('goes along with a clearing, and stays to be followed', async () => {
  const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền', lead: ['mttq'] }])
  const [planId, clearanceId] = [newId(), newId()]
  await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
  await send(lan, 'plans.submit-plan', { clearanceId, planId })
  const { clearance } = await ask<{ clearance: { version: number } }>(minh, 'plans.plan', { planId })
  const said = { instruction: 'Gửi kèm dự toán', dueOn: null }
  const before = (await linesOf(lan)).length
  const daysAlone = send(minh, 'plans.clear-submission', { clearanceId, version: clearance.version, dueOn: addDays(today, 2) })
  expect(await refusalOf(daysAlone)).toBe('field.empty')
  await send(minh, 'plans.clear-submission', { clearanceId, version: clearance.version, ...said })
  expect(await linesOf(lan)).toHaveLength(before + 1)
})

it('goes along with what comes back, and is followed by itself once that is laid again', async () => {
  const { amendmentId, clearanceId } = await laidAmendment()
  const earlier = await give(minh, clearanceId, addDays(today, 3))
  const back = { clearanceId, version: 1, instruction: 'Lấy ý kiến đơn vị được bớt việc', dueOn: addDays(today, 4) }
  await send(minh, 'programmes.return-submission', back)
  const mine = async () => (await linesOf(lan)).filter(line => line.dueOn === addDays(today, 4))
  expect(await mine()).toEqual([])
  expect((await linesOf(lan)).map(line => line.id)).toContain(earlier)
  await send(lan, 'programmes.submit-amendment', { clearanceId: newId(), amendmentId })
  const [line] = await mine()
  const { laid } = await ask<{ laid: { clearance: { instructions: object[] } } }>(minh, 'programmes.amendment', { amendmentId })
  expect(laid.clearance.instructions).toMatchObject([{ id: earlier }, { id: line!.id, words: back.instruction, doneBy: null }])
  await send(lan, 'instructions.settle-instruction', { instructionId: line!.id, version: 1 })
  expect(await mine()).toEqual([])
})
