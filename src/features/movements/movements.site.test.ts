import { beforeAll, describe, expect, it } from 'vitest'
import { deadlinesOf, hitsOf } from '../../../test/harness/contributions.ts'
import { campaignInput, DECISION, modelInput } from '../../../test/harness/movements.ts'
import { layPlaces, type TestPlaces } from '../../../test/harness/places.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { newId } from '../../kernel/ids.ts'
import type { list } from './queries/list.ts'
import type { movement } from './queries/movement.ts'

type Shown = Awaited<ReturnType<typeof movement.run>>
type List = Awaited<ReturnType<typeof list.run>>

const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, hoa] = [who('lan'), who('minh'), who('hoa')]
const shown = (movementId: string, acting = lan) => ask<Shown>(acting, 'movements.movement', { movementId })
let places: TestPlaces
beforeAll(async () => {
  places = await layPlaces(site)
})

async function register(input: ReturnType<typeof campaignInput>) {
  await send(lan, 'movements.register-movement', input)
  return { movementId: input.movementId, measureId: input.measures[0]!.measureId }
}
const step = async (movementId: string, name: string, input: object, acting = lan) => {
  const { version } = (await shown(movementId)).movement
  return send(acting, `movements.${name}`, { movementId, version, ...input })
}

describe('a campaign', () => {
  it('is registered and reported year by year in its own units, and waits for the earliest year', async () => {
    const { movementId, measureId } = await register(campaignInput())
    const lines = await deadlinesOf(site, lan, '2026-12-31')
    expect(lines.find(line => line.id === movementId)).toMatchObject({
      dueOn: '2025-12-14',
      step: 'movement-report',
      waits: 'us',
    })
    const year = { year: 2025, figures: [{ measureId, value: 30 }] }
    await step(movementId, 'register-year', { ...year, registeredOn: '2025-02-01' })
    await step(movementId, 'report-year', { ...year, reportedOn: '2025-12-10', figures: [{ measureId, value: 27 }] })
    const { years, due } = await shown(movementId)
    expect(years).toEqual([
      {
        year: 2025,
        registeredOn: '2025-02-01',
        reportedOn: '2025-12-10',
        said: '',
        figures: [{ measureId, registered: 30, reached: 27 }],
      },
    ])
    expect(due).toEqual({ year: 2026, dueOn: '2026-12-14' })
  })

  it('keeps a measure that has figures, and drops one that has none', async () => {
    const input = campaignInput()
    const { movementId, measureId } = await register(input)
    const { kind: _kind, movementId: _id, ...fields } = input
    const other = [{ measureId: newId(), name: 'Nhà tạm', unit: 'nhà' }]
    await step(movementId, 'change-movement', { ...fields, measures: [...input.measures, ...other] })
    await step(movementId, 'register-year', { year: 2026, registeredOn: '2026-02-01', figures: [{ measureId, value: 1 }] })
    expect(await refusalOf(step(movementId, 'change-movement', { ...fields, measures: other }))).toBe('movements.measure-used')
    await step(movementId, 'change-movement', fields)
    expect((await shown(movementId)).measures.map(measure => measure.name)).toEqual(['Hộ đăng ký'])
  })

  it('is found by its title without marks until it is taken out of the list', async () => {
    const { movementId } = await register(campaignInput({ title: 'Ngày vì người nghèo Sơn Hà' }))
    const found = async () => (await hitsOf(site, lan, 'vi & ngheo')).some(hit => hit.id === movementId)
    expect(await found()).toBe(true)
    await step(movementId, 'remove-movement', {})
    expect(await found()).toBe(false)
    await step(movementId, 'restore-movement', {})
    expect(await found()).toBe(true)
  })
})

describe('a model', () => {
  it('is recognised, then repeated elsewhere, and the chain shows both', async () => {
    const source = await register(modelInput(places.villageId))
    const copy = modelInput(places.otherCommuneId, { copiedFrom: source.movementId, startsOn: '2026-01-10' })
    expect(await refusalOf(register(copy))).toBe('movements.not-recognised')
    await step(source.movementId, 'recognise-model', DECISION)
    const { movementId } = await register(copy)
    const { chain } = await shown(movementId)
    expect(chain.map(({ id, from, standing }) => [id, from, standing])).toEqual([
      [source.movementId, null, 'recognised'],
      [movementId, source.movementId, 'going-on'],
    ])
    expect(await refusalOf(step(source.movementId, 'withdraw-recognition', {}))).toBe('movements.copied')
  })

  it('ends with a reason, takes no change then, and goes on again', async () => {
    const { movementId } = await register(modelInput(places.villageId))
    await step(movementId, 'end-movement', { endedOn: '2026-05-01', reason: 'Thôn sáp nhập' })
    expect(await shown(movementId)).toMatchObject({ due: null, movement: { standing: 'closed' }, can: { change: false } })
    await step(movementId, 'reopen-movement', {})
    expect((await shown(movementId)).movement.standing).toBe('going-on')
  })
})

describe('what the other parties see', () => {
  it('is what a leader has shown, with its years, and nothing before', async () => {
    const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Vận động' }])
    const { movementId, measureId } = await register(campaignInput({ programmeId, clausePath: 'II/1' }))
    await step(movementId, 'register-year', { year: 2026, registeredOn: '2026-02-01', figures: [{ measureId, value: 9 }] })
    expect(await refusalOf(shown(movementId, hoa))).toBe('not-found')
    await step(movementId, 'share-movement', {}, minh)
    expect((await shown(movementId, hoa)).years[0]?.figures[0]?.registered).toBe(9)
    const { movements } = await ask<List>(hoa, 'movements.list', { programmeId, clausePath: 'II/1' })
    expect(movements).toMatchObject([{ id: movementId, due: null, shared: true }])
    await step(movementId, 'unshare-movement', {}, minh)
    expect(await refusalOf(shown(movementId, hoa))).toBe('not-found')
  })
})

describe('an activity that was part of a movement', () => {
  it('hangs on it, is found from either side, and is taken off again', async () => {
    const { id: programmeId } = await insertProgramme(site, [{ path: 'II/1', text: 'Vận động' }])
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
    const plan = await ask<{ digest: string; clauses: { items: { id: string }[] }[] }>(minh, 'plans.plan', { planId })
    await send(minh, 'plans.share-plan', { planId, digest: plan.digest })
    const activity = { activityId: newId(), kind: 'training', title: 'Tập huấn', heldOn: '2026-03-12', place: 'Xã Bản Mới' }
    const itemIds = plan.clauses.flatMap(clause => clause.items.map(item => item.id)).slice(0, 1)
    await send(lan, 'activities.record-activity', { ...activity, programmeId, itemIds })
    const { movementId } = await register(campaignInput({ programmeId }))
    const at = { movementId, activityId: activity.activityId }
    await send(lan, 'movements.hang-activity', at)
    expect((await shown(movementId)).activities.map(one => one.title)).toEqual(['Tập huấn'])
    const of = { activityId: activity.activityId }
    expect((await ask<List>(lan, 'movements.list', of)).movements.map(one => one.id)).toEqual([movementId])
    await send(lan, 'movements.take-down-activity', at)
    expect((await ask<List>(lan, 'movements.list', of)).movements).toEqual([])
    const elsewhere = await register(campaignInput())
    expect(await refusalOf(send(lan, 'movements.hang-activity', { ...at, movementId: elsewhere.movementId }))).toBe(
      'movements.no-programme',
    )
  })
})
