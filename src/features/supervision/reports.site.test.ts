import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput, constructionInput, findingFields, STEPS } from '../../../test/harness/supervision.ts'
import type { Json } from '../../engine/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { overallExport, registerExport } from './exports.ts'
import type { LoadedOverall, LoadedRegister } from './load-papers.ts'
import { overallPaper, registerPaper } from './papers.ts'
import type { coverage } from './queries/coverage.ts'
import type { reportFigure } from './queries/report-figure.ts'
import type { reports } from './queries/reports.ts'

type Change = { [key: string]: Json }
type Reports = Awaited<ReturnType<typeof reports.run>>
type Opened = Awaited<ReturnType<typeof reportFigure.run>>
type Coverage = Awaited<ReturnType<typeof coverage.run>>

const site = await openTestSite({ now: () => new Date('2026-04-14T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, quantri] = [who('lan'), who('quantri.mttq')]
const work = { id: '', communeId: '' }

beforeAll(async () => {
  const places = await layPlaces(site)
  const input = constructionInput(places.villageId)
  await send(lan, 'supervision.register-construction', input)
  Object.assign(work, { id: input.constructionId, communeId: places.communeId })
  const plan = boardInput(work.id, { overallYear: 2026 })
  const { supervisionId } = plan
  await send(lan, 'supervision.plan-supervision', plan)
  let version = 1
  for (const [command, fields] of STEPS.slice(0, 6)) {
    await send(lan, `supervision.${command}`, { supervisionId, version, stepId: newId(), ...fields })
    version += 1
    if (command !== 'record-visit') continue
    const found = findingFields({ proposal: 'Công khai thiết kế tại thôn' })
    await send(lan, 'supervision.add-finding', { findingId: newId(), supervisionId, ...found })
  }
})

const reportsIn = (year: number) => ask<Reports>(lan, 'supervision.reports', { year })
const sent = { year: 2026, quarter: 1, paperNumber: '12/BC-MTTQ', paperDate: '2026-04-08', addressee: 'Ủy ban nhân dân tỉnh' }

describe('a report on a quarter', () => {
  it('counts what was held and found in it, and is due by day 10 of the next', async () => {
    const { periods } = await reportsIn(2026)
    expect(periods.map(({ quarter, dueOn }) => [quarter, dueOn])).toEqual([
      [1, '2026-04-10'],
      [2, '2026-07-10'],
      [3, '2026-10-10'],
      [4, '2027-01-10'],
      [null, '2027-02-20'],
    ])
    expect(periods[0]!.figures).toEqual({ held: 1, works: 1, found: 1, asked: 1, repaired: 0, explained: 0 })
    expect(periods[1]!.figures.held).toBe(0)
  })

  it('opens behind each figure the supervisions that add up to it, and nobody else’s', async () => {
    const opened = (acting: typeof lan, fact: string) =>
      ask<Opened>(acting, 'supervision.report-figure', { year: 2026, quarter: 1, fact })
    const { figures } = (await reportsIn(2026)).periods[0]!
    for (const [fact, value] of Object.entries(figures)) {
      const { value: now, records } = await opened(lan, fact)
      expect([fact, now, records.reduce((sum, one) => sum + one.adds, 0)]).toEqual([fact, value, value])
    }
    expect((await opened(lan, 'found')).records).toMatchObject([{ title: 'Giám sát đường liên thôn', day: '2026-03-05' }])
    expect((await opened(who('tuan'), 'found')).records).toEqual([])
  })

  it('waits among the own work until it is taken down as sent, once', async () => {
    const waiting = async () =>
      (await deadlinesOf(site, lan, '2026-05-01')).filter(one => one.kind === 'supervision-report').map(one => one.id)
    expect(await waiting()).toEqual(['2026-1'])
    const reportId = newId()
    await send(lan, 'supervision.record-report', { reportId, ...sent })
    expect(await waiting()).toEqual([])
    expect(await refusalOf(send(lan, 'supervision.record-report', { reportId: newId(), ...sent }))).toBe(
      'supervision.reported-already',
    )
    await send(lan, 'supervision.take-back-report', { reportId })
    expect(await waiting()).toEqual(['2026-1'])
  })

  it('is not of a period that runs, nor older than it', async () => {
    const record = (change: object) =>
      refusalOf(send(lan, 'supervision.record-report', { reportId: newId(), ...sent, ...change }))
    expect(await record({ quarter: 2 })).toBe('supervision.period-runs')
    expect(await record({ paperDate: '2026-03-30' })).toBe('supervision.report-early')
  })
})

describe('the papers of supervision', () => {
  const load = (one: typeof registerExport, id: string) =>
    engine.database.read(lan, db => one.load({ db, acting: lan, now: engine.now(), today: '2026-04-14' }, id))

  it('are a register with one row a supervision, and the findings of a year with what they propose', async () => {
    const register = registerPaper((await load(registerExport, '2026-1')) as LoadedRegister)
    expect(JSON.stringify(register.annexes)).toContain('Rãnh thoát nước chưa làm')
    expect(JSON.stringify(registerPaper((await load(registerExport, '2026-2')) as LoadedRegister).annexes)).not.toContain('Rãnh')
    expect(JSON.stringify(overallPaper((await load(overallExport, '2026')) as LoadedOverall).blocks)).toContain(
      'Công khai thiết kế tại thôn (xã Nậm Mây)',
    )
    expect(await refusalOf(load(registerExport, 'khác'))).toBe('not-found')
  })
})

describe('a term of the province', () => {
  it('goes before the law’s from its day on, until it is ended', async () => {
    const clockId = newId()
    const clock = { state: 'planned', form: 'board', counts: 'start', days: -60, basis: 'Quyết định 12/QĐ-UBND' }
    await send(quantri, 'supervision.set-clock', { clockId, ...clock, validFrom: '2026-04-01' })
    const dueOn = async () => {
      const input = boardInput(work.id, { startsOn: '2026-07-01', endsOn: '2026-07-20' })
      await send(lan, 'supervision.plan-supervision', input)
      const { supervision } = await ask<{ supervision: { dueOn: string; dueBasis: string } }>(lan, 'supervision.supervision', {
        supervisionId: input.supervisionId,
      })
      return [supervision.dueOn, supervision.dueBasis.slice(0, 10)]
    }
    expect(await dueOn()).toEqual(['2026-05-02', 'Quyết định'])
    const again = newId()
    await send(quantri, 'supervision.set-clock', { clockId: again, ...clock, days: -50, validFrom: '2026-04-01' })
    expect((await dueOn())[0]).toBe('2026-05-12')
    for (const one of [clockId, again]) await send(quantri, 'supervision.end-clock', { clockId: one })
    expect((await dueOn())[0]).toBe('2026-05-17')
  })
})

describe('the count by commune', () => {
  it('names only the communes that held the class on the day', async () => {
    const rows = [{ areaId: newId(), placeId: work.communeId, class: 'region-3' }]
    const decision = { number: '7/QĐ-UBND', date: '2026-01-05', issuer: 'Ủy ban nhân dân tỉnh', validFrom: '2026-01-05' }
    await send(quantri, 'agencies.load-areas', { loadId: newId(), decision, replaces: false, rows })
    const names = async (input: object) =>
      (await ask<Coverage>(lan, 'supervision.coverage', input as never)).communes.map(({ name, reached }) => [name, reached])
    expect(await names({ year: 2026, class: 'region-3' })).toEqual([['xã Nậm Mây', true]])
    expect(await names({ year: 2025, class: 'region-3' })).toEqual([])
    expect((await names({ year: 2026 })).length).toBe(2)
  })
})

describe('the count of projects', () => {
  const projectInput = (change: Change) => {
    const {
      constructionId: _work,
      board: _board,
      ...plan
    } = boardInput(work.id, { form: 'papers', objectKind: 'project', ...change })
    return { ...plan, conflictsAsked: false }
  }
  async function held(change: Change): Promise<string> {
    const plan = projectInput(change)
    const { supervisionId } = plan
    await send(lan, 'supervision.plan-supervision', plan)
    const [notify] = STEPS
    await send(lan, 'supervision.notify-owner', { supervisionId, version: 1, stepId: newId(), ...notify![1] })
    await send(lan, 'supervision.conclude-visits', { supervisionId, version: 2, stepId: newId(), day: '2026-03-06' })
    return supervisionId
  }

  it('is of the catalogue, each once; what is in no catalogue stands beside it; each opens its supervisions', async () => {
    const part = await held({ element: '2021-2025/DA9.2' })
    const whole = await held({ element: '2021-2025/DA9', object: 'Dự án 9 tại xã Nậm Mây' })
    const other = await held({ object: 'Dự án nước sạch' })
    const { projects, others } = await ask<Coverage>(lan, 'supervision.coverage', { year: 2026 })
    expect([projects.map(one => one.key), others]).toEqual([['2021-2025/DA9'], ['Dự án nước sạch']])
    const listed = async (more: object) =>
      (await ask<{ supervisions: { id: string }[] }>(lan, 'supervision.list', { projectsIn: 2026, ...more })).supervisions
        .map(one => one.id)
        .toSorted()
    expect(await listed({})).toEqual([part, whole, other].toSorted())
    expect(await listed({ element: '2021-2025/DA9' })).toEqual([part, whole].toSorted())
    expect(await listed({ element: '2021-2025/DA9.2' })).toEqual([part])
  })

  it('takes the name of the catalogue where none is written, and no element of another cycle or none', async () => {
    const input = projectInput({ element: '2021-2025/DA9.2' })
    await send(lan, 'supervision.plan-supervision', input)
    const { supervision } = await ask<{ supervision: { object: string; element: string } }>(lan, 'supervision.supervision', {
      supervisionId: input.supervisionId,
    })
    expect(supervision).toMatchObject({ element: '2021-2025/DA9.2', object: expect.stringMatching(/^Tiểu dự án 2, Dự án 9: /) })
    const plan = (change: Change) => refusalOf(send(lan, 'supervision.plan-supervision', projectInput(change)))
    expect(await plan({ element: '2026-2035/HP1.8', startsOn: '2025-03-02' })).toBe('programmes.other-cycle')
    expect(await plan({ element: '2021-2025/DA11' })).toBe('not-found')
    expect(await plan({})).toBe('supervision.no-object')
  })
})
