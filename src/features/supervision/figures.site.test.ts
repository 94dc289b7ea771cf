import { beforeAll, describe, expect, it } from 'vitest'
import { layPlaces } from '../../../test/harness/places.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput, constructionInput, findingFields, STEPS } from '../../../test/harness/supervision.ts'
import { layActivities, layThread, type Thread } from '../../../test/harness/thread.ts'
import { newId } from '../../kernel/ids.ts'

const site = await openTestSite({ now: () => new Date('2026-06-16T03:00:00Z') })
const { send, ask, who, engine } = site
const [lan, minh, tuan] = [who('lan'), who('minh'), who('tuan')]
const work = { id: '' }

beforeAll(async () => {
  const input = constructionInput((await layPlaces(site)).villageId)
  await send(lan, 'supervision.register-construction', input)
  work.id = input.constructionId
})

/** A supervision of the work that has gone through the first `steps` and is shared in the programme. */
async function shared({ programmeId, items }: Thread, steps: number): Promise<string> {
  const input = boardInput(work.id, { programmeId, clausePath: 'II/2', itemId: items[1]! })
  const { supervisionId } = input
  await send(lan, 'supervision.plan-supervision', input)
  let version = 1
  for (const [command, fields] of STEPS.slice(0, steps)) {
    await send(lan, `supervision.${command}`, { supervisionId, version, stepId: newId(), ...fields })
    version += 1
    if (command !== 'record-visit') continue
    await send(lan, 'supervision.add-finding', { findingId: newId(), supervisionId, ...findingFields() })
    await send(lan, 'supervision.add-finding', { findingId: newId(), supervisionId, ...findingFields({ recommendation: '' }) })
  }
  await send(minh, 'supervision.share-supervision', { supervisionId, version })
  return supervisionId
}

type Review = { compiled: { figures: Record<string, { id: string; value: number; query: { kind: string; part?: string } }> } }

async function figuresOf(programmeId: string) {
  const reviewId = newId()
  await send(lan, 'reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
  const { compiled } = await ask<Review>(lan, 'reviews.review', { reviewId })
  return { reviewId, figures: Object.values(compiled.figures).filter(one => one.query.kind === 'supervisions') }
}

describe('the figures of supervisions in a review', () => {
  it('tell what was held, found, asked and repaired; a work that is seen twice is one; each opens its records', async () => {
    const thread = await layThread(site)
    const whole = await shared(thread, STEPS.length)
    await shared(thread, 6)
    const [activityId] = await layActivities(site, thread, thread.items[1]!, [{ heldOn: '2026-03-05', kind: 'supervision' }])
    await send(lan, 'supervision.link-activity', { supervisionId: whole, activityId: activityId! })
    const { reviewId, figures } = await figuresOf(thread.programmeId)
    expect(Object.fromEntries(figures.map(one => [one.query.part, one.value]))).toEqual({
      held: 2,
      works: 1,
      told: 1,
      found: 4,
      asked: 2,
      repaired: 1,
    })
    for (const { id, value } of figures) {
      const { now, records } = await ask<{ now: number; records: unknown[] }>(lan, 'reviews.figure', { reviewId, figureId: id })
      expect([now, records.length > 0]).toEqual([value, true])
    }
  })

  it('count what is shown to the other parties, and nothing else', async () => {
    const thread = await layThread(site)
    await send(lan, 'supervision.plan-supervision', boardInput(work.id, { programmeId: thread.programmeId }))
    expect((await figuresOf(thread.programmeId)).figures).toEqual([])
  })
})

describe('an activity that tells of a supervision', () => {
  it('tells of one only, of its own programme, and of the right kind', async () => {
    const [thread, other] = [await layThread(site), await layThread(site)]
    const [first, second] = [await shared(thread, 2), await shared(thread, 2)]
    const lay = async (of: Thread, kind: string, body = 'mttq') =>
      (await layActivities(site, of, of.items[1]!, [{ heldOn: '2026-03-05', kind, body }]))[0]!
    const activityId = await lay(thread, 'supervision')
    const link = async (supervisionId: string, id: string) =>
      refusalOf(send(lan, 'supervision.link-activity', { supervisionId, activityId: id }))
    await send(lan, 'supervision.link-activity', { supervisionId: first, activityId })
    expect(await link(second, activityId)).toBe('supervision.told-already')
    expect(await link(second, await lay(thread, 'training'))).toBe('supervision.other-kind')
    expect(await link(second, await lay(other, 'supervision'))).toBe('supervision.other-programme')
    expect(await link(second, await lay(thread, 'supervision', 'sdttg'))).toBe('supervision.not-your-activity')
    await send(lan, 'supervision.unlink-activity', { supervisionId: first, activityId })
    await send(lan, 'supervision.link-activity', { supervisionId: second, activityId })
  })

  it('tells of it no more once it has gone to another programme, and until then', async () => {
    const [thread, other] = [await layThread(site), await layThread(site)]
    const supervisionId = await shared(thread, 0)
    const [activityId] = await layActivities(site, thread, thread.items[1]!, [{ heldOn: '2026-03-05', kind: 'supervision' }])
    await send(lan, 'supervision.link-activity', { supervisionId, activityId: activityId! })
    const telling = async (change: { title?: string; programmeId?: string }) => {
      const { version } = await engine.database.read(lan, db =>
        db.selectFrom('supervision').select('version').where('id', '=', supervisionId).executeTakeFirstOrThrow(),
      )
      const { programmeId } = thread
      const input = { ...boardInput(work.id, { programmeId, clausePath: 'II/2', ...change }), supervisionId, version }
      await send(lan, 'supervision.change-supervision', input)
      const links = await engine.database.read(lan, db =>
        db.selectFrom('supervision_activity').select('activity_id').where('supervision_id', '=', supervisionId).execute(),
      )
      return links.map(link => link.activity_id)
    }
    expect(await telling({ title: 'Giám sát đường' })).toEqual([activityId])
    expect(await telling({ programmeId: other.programmeId })).toEqual([])
  })

  it('still tells of it once a joint record of another side stands for it', async () => {
    const thread = await layThread(site)
    const supervisionId = await shared(thread, 2)
    const lay = async (body: string) =>
      (await layActivities(site, thread, thread.items[1]!, [{ heldOn: '2026-03-05', kind: 'supervision', body }]))[0]!
    const [activityId, joint] = [await lay('mttq'), await lay('sdttg')]
    await send(lan, 'supervision.link-activity', { supervisionId, activityId })
    const mergeId = newId()
    await send(tuan, 'activities.propose-merge', { mergeId, keptId: joint, mergedId: activityId })
    await send(lan, 'activities.agree-merge', { mergeId })
    const told = async () =>
      (await ask<{ activities: { id: string }[] }>(lan, 'supervision.supervision', { supervisionId })).activities.map(
        one => one.id,
      )
    expect(await told()).toEqual([joint])
    expect((await figuresOf(thread.programmeId)).figures.find(one => one.query.part === 'told')?.value).toBe(1)
    await send(lan, 'supervision.unlink-activity', { supervisionId, activityId: joint })
    expect(await told()).toEqual([])
  })
})
