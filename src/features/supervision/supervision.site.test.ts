import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../test/harness/contributions.ts'
import { tableOf } from '../../../test/harness/lists.ts'
import { layPlaces } from '../../../test/harness/places.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput, constructionInput, findingFields, STEPS } from '../../../test/harness/supervision.ts'
import { exportsByName } from '../../app/registry.ts'
import { newId } from '../../kernel/ids.ts'
import { t } from '../../ui/messages/index.ts'
import type { coverage } from './queries/coverage.ts'
import type { supervision } from './queries/supervision.ts'

type Shown = Awaited<ReturnType<typeof supervision.run>>
type Coverage = Awaited<ReturnType<typeof coverage.run>>

const site = await openTestSite({ now: () => new Date('2026-03-25T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
const shown = (supervisionId: string, acting = lan) => ask<Shown>(acting, 'supervision.supervision', { supervisionId })
const work = { id: '' }

beforeAll(async () => {
  const input = constructionInput((await layPlaces(site)).villageId)
  await send(lan, 'supervision.register-construction', input)
  work.id = input.constructionId
})

async function plan(change: Parameters<typeof boardInput>[1] = {}): Promise<string> {
  const input = boardInput(work.id, change)
  await send(lan, 'supervision.plan-supervision', input)
  return input.supervisionId
}

async function walk(supervisionId: string, steps: typeof STEPS): Promise<void> {
  for (const [command, fields] of steps) {
    const { version } = (await shown(supervisionId)).supervision
    await send(lan, `supervision.${command}`, { supervisionId, version, stepId: newId(), ...fields })
    if (command === 'record-visit')
      await send(lan, 'supervision.add-finding', { findingId: newId(), supervisionId, ...findingFields() })
  }
}

describe('a supervision by a community board', () => {
  it('goes from its plan to what was repaired and seen again, and only then closes', async () => {
    const id = await plan()
    expect((await shown(id)).supervision).toMatchObject({ state: 'planned', dueOn: '2026-01-16', commune: 'xã Nậm Mây' })
    await walk(id, STEPS.slice(0, -1))
    expect(await shown(id)).toMatchObject({ next: 'close', supervision: { state: 'seen-again' } })
    await walk(id, STEPS.slice(-1))
    expect(await shown(id)).toMatchObject({ next: null, supervision: { state: 'closed', closedOn: '2026-03-23', dueOn: null } })
  })

  it('stands among what waits, and is found by its name without marks', async () => {
    const id = await plan({ title: 'Giám sát cầu treo Huổi Hốc' })
    const [line] = (await deadlinesOf(site, lan, '2026-03-25')).filter(one => one.id === id)
    expect(line).toMatchObject({ kind: 'supervision', step: 'supervision-notify', waits: 'us' })
    expect((await hitsOf(site, lan, 'cau & treo')).map(hit => hit.id)).toContain(id)
  })

  it('is not answered by a paper older than the letter that asked', async () => {
    const id = await plan()
    await walk(id, STEPS.slice(0, 6))
    const { version } = (await shown(id)).supervision
    const answer = { paperNumber: '1/UBND', paperDate: '2026-03-08', summary: 'Đã làm', day: '2026-03-10' }
    const sent = send(lan, 'supervision.record-answer', { supervisionId: id, version, stepId: newId(), ...answer })
    expect(await refusalOf(sent)).toBe('supervision.before-last')
  })

  it('takes its last step back, and stands as before', async () => {
    const id = await plan()
    const before = (await shown(id)).supervision
    await walk(id, STEPS.slice(0, 1))
    const { can } = await shown(id)
    await send(lan, 'supervision.take-back-step', { supervisionId: id, version: 2, stepId: can.takeBack! })
    expect((await shown(id)).supervision).toEqual({ ...before, version: 3 })
  })
})

describe('the findings of a supervision', () => {
  async function answered(): Promise<{ id: string; first: string; second: string }> {
    const id = await plan()
    await walk(id, STEPS.slice(0, 2))
    await send(lan, 'supervision.add-finding', {
      findingId: newId(),
      supervisionId: id,
      ...findingFields({ seenOn: '2026-03-06', recommendation: 'Đặt biển báo công trình' }),
    })
    await walk(id, STEPS.slice(2, 7))
    const [first, second] = (await shown(id)).findings.map(one => one.id)
    return { id, first: first!, second: second! }
  }
  const step = async (supervisionId: string, command: string, fields: object) => {
    const { version } = (await shown(supervisionId)).supervision
    return send(lan, `supervision.${command}`, { supervisionId, version, stepId: newId(), ...fields })
  }
  const remedy = (id: string, outcome: string, findingIds: string[], day = '2026-03-14') =>
    step(id, 'record-remedy', { day, outcome, summary: 'Đã làm việc với nhà thầu', findingIds })
  const again = (id: string, right: boolean, findingIds: string[], day = '2026-03-18') =>
    step(id, 'see-again', { day, right, findingIds })

  it('end each for itself, and the supervision closes when all have ended and were seen again', async () => {
    const { id, first, second } = await answered()
    const before = (await shown(id)).supervision
    await remedy(id, 'repaired', [first])
    const { supervision, findings } = await shown(id)
    expect([supervision.state, supervision.dueOn, findings.map(one => one.waitsFor)]).toEqual([
      'answered',
      before.dueOn,
      ['see-again', 'remedy'],
    ])
    await again(id, true, [first])
    await remedy(id, 'not-repaired', [second], '2026-03-19')
    expect(await shown(id)).toMatchObject({ next: 'remedy', supervision: { state: 'answered' } })
    expect(await refusalOf(step(id, 'close-supervision', { day: '2026-03-19' }))).toBe('supervision.wrong-state')
    await remedy(id, 'explained', [second], '2026-03-20')
    await again(id, true, [second], '2026-03-22')
    await step(id, 'close-supervision', { day: '2026-03-23' })
    const closed = await shown(id)
    expect(closed.findings.map(one => [one.end?.outcome, one.end?.seen])).toEqual([
      ['repaired', { right: true, on: '2026-03-18' }],
      ['explained', { right: true, on: '2026-03-22' }],
    ])
    expect(closed.steps.filter(one => one.kind === 'remedy').map(one => one.findings)).toEqual([[first], [second], [second]])
  })

  it('lie with the answer again where one was not right, the others staying as they are', async () => {
    const { id, first, second } = await answered()
    await remedy(id, 'repaired', [first, second])
    await again(id, false, [second])
    const { supervision, findings } = await shown(id)
    expect([supervision.state, findings.map(one => one.waitsFor)]).toEqual(['answered', ['see-again', 'remedy']])
    const { can } = await shown(id)
    const { version } = supervision
    await send(lan, 'supervision.take-back-step', { supervisionId: id, version, stepId: can.takeBack! })
    expect((await shown(id)).findings.map(one => one.waitsFor)).toEqual(['see-again', 'see-again'])
  })

  it('are told of only where they wait for it, and only those of the supervision', async () => {
    const [{ id, first }, other] = [await answered(), await answered()]
    expect(await refusalOf(remedy(id, 'repaired', [other.first]))).toBe('supervision.not-waiting-remedy')
    expect(await refusalOf(again(id, true, [first]))).toBe('supervision.none-waits-see-again')
    await remedy(id, 'repaired', [first])
    expect(await refusalOf(remedy(id, 'explained', [first]))).toBe('supervision.not-waiting-remedy')
  })
})

describe('a draft', () => {
  it('is own until a leader shows it to the parties of its programme, and again when no longer', async () => {
    const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Giám sát công trình' }])
    const id = await plan({ programmeId, clausePath: 'II/1' })
    expect(await refusalOf(shown(id, hoa))).toBe('not-found')
    await send(minh, 'supervision.share-supervision', { supervisionId: id, version: 1 })
    expect((await shown(id, hoa)).construction?.name).toBe('Đường liên thôn Nà Lốc')
    await send(minh, 'supervision.unshare-supervision', { supervisionId: id, version: 2 })
    expect(await refusalOf(shown(id, hoa))).toBe('not-found')
  })
})

describe('a list that goes out as a table', () => {
  const rowsOf = (name: string, filters: Parameters<typeof tableOf>[3], acting = lan) => tableOf(site, acting, name, filters)

  it('has the rows of the list under the same filters', async () => {
    const title = 'Giám sát trạm bơm Nà Phày'
    await plan({ title })
    const filters = { form: 'board', year: 2026, words: 'tram bom' }
    const { supervisions } = await ask<{ supervisions: { title: string }[] }>(lan, 'supervision.list', filters)
    expect((await rowsOf('supervision-list', filters)).map(row => row[2])).toEqual(supervisions.map(one => one.title))
    expect(await rowsOf('supervision-list', { ...filters, year: 2025 })).toEqual([])
    expect(await rowsOf('supervision-list', filters, hoa)).toEqual([])
  })

  it('tells of each recommendation who was asked by which letter, what was answered, and what was seen again', async () => {
    await walk(await plan({ title: 'Giám sát kênh mương Tả Vang' }), STEPS)
    const [row] = await rowsOf('supervision-recommendations', { words: 'kênh mương' })
    expect(row!.slice(3)).toEqual([
      'Rãnh thoát nước chưa làm',
      'Làm rãnh thoát nước đúng thiết kế',
      'Ủy ban nhân dân xã',
      '05/BGSĐTCĐ',
      { date: '2026-03-09' },
      { date: '2026-03-24' },
      '40/UBND',
      { date: '2026-03-12' },
      'Sẽ làm rãnh',
      'đã khắc phục',
      { date: '2026-03-22' },
      'đúng như đã nêu',
      t('state.closed'),
    ])
  })

  it('has every work of the own body and no other’s, and is no list by words that name none', async () => {
    expect((await rowsOf('supervision-works', {})).map(row => row[0])).toContain('Đường liên thôn Nà Lốc')
    expect(await rowsOf('supervision-works', {}, hoa)).toEqual([])
    expect(exportsByName.get('supervision-list')!.takes!('form=unknown')).toBe(false)
  })
})

describe('the count by commune', () => {
  it('has a work once, from its first visit on, however often it is seen', async () => {
    const before = await ask<Coverage>(lan, 'supervision.coverage', { year: 2025 })
    expect(before.communes.map(one => one.works)).toEqual([0, 0])
    for (const _ of [1, 2]) await walk(await plan(), STEPS.slice(0, 2))
    const { communes } = await ask<Coverage>(lan, 'supervision.coverage', { year: 2026 })
    expect(communes.map(({ name, works }) => [name, works])).toEqual([
      ['xã Đăk Mây', 0],
      ['xã Nậm Mây', 1],
    ])
    type Listed = { total: number; supervisions: { commune: string; state: string }[] }
    const opened = (communeId: string, visitedIn: number) => ask<Listed>(lan, 'supervision.list', { communeId, visitedIn })
    const seen = await opened(communes[1]!.id, 2026)
    expect(seen.total).toBeGreaterThanOrEqual(2)
    expect(seen.supervisions.every(one => one.commune === 'xã Nậm Mây' && one.state !== 'planned')).toBe(true)
    const asRows = await tableOf(site, lan, 'supervision-list', { communeId: communes[1]!.id, visitedIn: 2026 })
    expect(asRows).toHaveLength(seen.total)
    expect([(await opened(communes[1]!.id, 2025)).total, (await opened(communes[0]!.id, 2026)).total]).toEqual([0, 0])
  })
})
