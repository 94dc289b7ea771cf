import { beforeAll, describe, expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput, constructionInput, findingFields, STEPS } from '../../../test/harness/supervision.ts'
import { newId } from '../../kernel/ids.ts'
import type { reports } from './queries/reports.ts'
import type { supervision } from './queries/supervision.ts'

type Shown = Awaited<ReturnType<typeof supervision.run>>
type Reports = Awaited<ReturnType<typeof reports.run>>

const site = await openTestSite({ now: () => new Date('2026-04-14T03:00:00Z') })
const { send, ask, who } = site
const [lan, tuan, quantri] = [who('lan'), who('tuan'), who('quantri.mttq')]
const work = { id: '' }

beforeAll(async () => {
  const input = constructionInput((await layPlaces(site)).villageId)
  await send(lan, 'supervision.register-construction', input)
  work.id = input.constructionId
})

async function visited(): Promise<string> {
  const input = boardInput(work.id)
  const { supervisionId } = input
  await send(lan, 'supervision.plan-supervision', input)
  for (const [at, [command, fields]] of STEPS.slice(0, 2).entries())
    await send(lan, `supervision.${command}`, { supervisionId, version: at + 1, stepId: newId(), ...fields })
  return supervisionId
}
const shown = (supervisionId: string) => ask<Shown>(lan, 'supervision.supervision', { supervisionId })
const lineOf = async (supervisionId: string, line: string) => (await shown(supervisionId)).checks.find(one => one.line === line)!
const note = (supervisionId: string, line: string, change: object = {}, acting = lan) =>
  send(acting, 'supervision.note-checks', {
    supervisionId,
    lines: [{ line, version: 0, result: 'not-in-order', remark: 'Chậm hai tháng', ...change }],
  })

describe('the checklist of a supervision', () => {
  it('is ticked with a remark while findings are written, each line by whoever read it last', async () => {
    const id = await visited()
    await note(id, 'board-progress')
    expect(await lineOf(id, 'board-progress')).toMatchObject({ result: 'not-in-order', remark: 'Chậm hai tháng', version: 1 })
    expect(await refusalOf(note(id, 'board-progress'))).toBe('changed-meanwhile')
    await note(id, 'board-progress', { version: 1, result: 'in-order', remark: '' })
    expect(await lineOf(id, 'board-progress')).toMatchObject({ result: 'in-order', remark: '', version: 2 })
    expect(await refusalOf(note(id, 'team-plan'))).toBe('not-found')
    expect(await refusalOf(note(id, 'board-land', { remark: 'x'.repeat(301) }))).toBe('field.too-long')
    expect(await refusalOf(note(id, 'board-land', {}, tuan))).toBe('not-found')
  })

  it('lets a line that is not in order become a finding, once, and again when that was removed', async () => {
    const id = await visited()
    const find = (checkLine: string) => {
      const findingId = newId()
      return send(lan, 'supervision.add-finding', { findingId, supervisionId: id, checkLine, ...findingFields() }).then(
        () => findingId,
      )
    }
    await note(id, 'board-waste', { result: 'in-order', remark: '' })
    expect(await refusalOf(find('board-waste'))).toBe('supervision.check-in-order')
    await note(id, 'board-progress')
    const findingId = await find('board-progress')
    expect((await lineOf(id, 'board-progress')).finding).toBe(findingId)
    expect(await refusalOf(find('board-progress'))).toBe('supervision.check-found')
    await send(lan, 'supervision.remove-finding', { findingId, version: 1 })
    expect((await lineOf(id, 'board-progress')).finding).toBeNull()
    await find('board-progress')
  })

  it('has the lines that the province adds, from their day until they are ended; what was found of them stays', async () => {
    const [id, checkId] = [await visited(), newId()]
    const line = { checkId, form: 'board', text: 'Biển báo công trình', basis: 'Quy chế', validFrom: '2026-01-01' }
    await send(quantri, 'supervision.set-check', line)
    await note(id, checkId, { result: 'not-looked-at' })
    await send(quantri, 'supervision.end-check', { checkId })
    expect(await lineOf(id, checkId)).toMatchObject({ text: 'Biển báo công trình', result: 'not-looked-at' })
    expect(await refusalOf(send(quantri, 'supervision.end-check', { checkId }))).toBe('not-found')
  })
})

describe('the day of a report', () => {
  it('is the province’s from its day on, until that is ended', async () => {
    await visited()
    const due = async () => (await ask<Reports>(lan, 'supervision.reports', { year: 2026 })).periods[0]!
    const termId = newId()
    const term = { termId, span: 'quarter', level: null, month: 1, day: 20, basis: 'Quy chế', validFrom: '2026-04-01' }
    expect(await due()).toMatchObject({ dueOn: '2026-04-10', dueBasis: expect.stringContaining('Điều 100') })
    await send(quantri, 'supervision.set-report-term', term)
    expect(await due()).toMatchObject({ dueOn: '2026-04-20', dueBasis: 'Quy chế' })
    await send(quantri, 'supervision.set-report-term', { ...term, termId: newId(), day: 25, validFrom: '2026-05-01' })
    expect((await due()).dueOn).toBe('2026-04-20')
  })
})
