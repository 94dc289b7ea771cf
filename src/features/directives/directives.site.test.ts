import { beforeAll, describe, expect, it } from 'vitest'
import { hitsOf } from '../../../test/harness/contributions.ts'
import { directiveInput, ELEMENT } from '../../../test/harness/directives.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { boardInput } from '../../../test/harness/supervision.ts'
import { newId } from '../../kernel/ids.ts'
import type { citations } from './queries/citations.ts'
import type { directive } from './queries/directive.ts'
import type { element } from './queries/element.ts'
import type { list } from './queries/list.ts'
import type { planElements } from './queries/plan-elements.ts'

type Shown = Awaited<ReturnType<typeof directive.run>>
type Cited = Awaited<ReturnType<typeof citations.run>>
type Links = Awaited<ReturnType<typeof planElements.run>>
type List = Awaited<ReturnType<typeof list.run>>
type ElementShown = Awaited<ReturnType<typeof element.run>>

const site = await openTestSite({ now: () => new Date('2026-11-20T03:00:00Z') })
const { send, ask, who } = site
const [lan, minh, hoa, thao] = [who('lan'), who('minh'), who('hoa'), who('thao')]
const TEXTS = ['Quán triệt Chỉ thị số 49-CT/TW', 'Tổ chức tập huấn']
let programmeId: string
let itemId: string
let planId: string

const activity = { activityId: newId(), kind: 'training', title: 'Tập huấn', heldOn: '2026-03-12', place: 'Xã Bản Mới' }

beforeAll(async () => {
  programmeId = (
    await insertProgramme(
      site,
      TEXTS.map((text, at) => ({ path: `II/${at + 1}`, text })),
    )
  ).id
  const citation = { kind: 'chỉ thị', number: '49-CT/TW', date: '2015-10-20', issuer: 'Ban Bí thư', name: null }
  await site.engine.database.pool.query(`UPDATE programme SET details = $1 WHERE id = $2`, [
    JSON.stringify({ citations: [citation] }),
    programmeId,
  ])
  // Clauses of a test programme bear their path as text: here the first one cites.
  await site.engine.database.pool.query(`UPDATE clause SET text = $1 WHERE programme_id = $2 AND path = 'II/1'`, [
    TEXTS[0],
    programmeId,
  ])
  planId = newId()
  await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2026 })
  const plan = await ask<{ digest: string; clauses: { path: string; items: { id: string }[] }[] }>(minh, 'plans.plan', { planId })
  itemId = plan.clauses.find(clause => clause.path === 'II/1')!.items[0]!.id
  await send(lan, 'directives.link-item', { element: ELEMENT, itemId })
  expect((await ask<ElementShown>(hoa, 'directives.element', { element: ELEMENT })).items).toEqual([])
  await send(minh, 'plans.share-plan', { planId, digest: plan.digest })
  const counted = { count: { value: 2, unit: 'lớp' }, reach: { value: 60, unit: 'lượt người' } }
  await send(lan, 'activities.record-activity', { ...activity, ...counted, programmeId, itemIds: [itemId] })
})
const shown = (directiveId: string, acting = lan) => ask<Shown>(acting, 'directives.directive', { directiveId })

describe('what the signed text cites', () => {
  it('is proposed with its clause, taken over once, and then shows what was done under it', async () => {
    const { proposals } = await ask<Cited>(lan, 'directives.citations', { programmeId })
    expect(proposals).toMatchObject([{ number: '49-CT/TW', clausePaths: ['II/1'] }])
    const directiveId = newId()
    const taken = { programmeId, citations: [{ directiveId, ...proposals[0]! }] }
    await send(lan, 'directives.confirm-citations', taken)
    expect((await ask<Cited>(hoa, 'directives.citations', { programmeId })).proposals).toEqual([])
    const again = { programmeId, citations: [{ ...taken.citations[0]!, directiveId: newId() }] }
    expect(await refusalOf(send(hoa, 'directives.confirm-citations', again))).toBe('directives.entered-already')
    const { programmes } = await shown(directiveId, hoa)
    expect(programmes).toMatchObject([
      {
        clauses: [{ path: 'II/1', items: 1, ours: false }],
        activities: [{ title: 'Tập huấn', clausePath: 'II/1', linked: false }],
        totals: {
          activities: 1,
          units: [
            { unit: 'lớp', value: 2 },
            { unit: 'lượt người', value: 60 },
          ],
        },
      },
    ])
    const { directives } = await ask<List>(hoa, 'directives.list', { activityId: activity.activityId })
    expect(directives.map(one => one.id)).toEqual([directiveId])
    expect((await hitsOf(site, hoa, '49 & ct')).map(hit => hit.address)).toContain(`/van-ban-chi-dao/${directiveId}`)
  })
})

describe('a document that two programmes cite', () => {
  it('has one page with what each does, for who is party to both', async () => {
    const other = await insertProgramme(site, [{ path: 'II/1', text: 'Việc khác' }], { parties: ['mttq', 'bdv'] })
    const [first, second] = [
      directiveInput(programmeId, { number: '65-KL/TW' }),
      directiveInput(other.id, { number: '65-KL/TW' }),
    ]
    for (const input of [first, second]) await send(lan, 'directives.add-directive', input)
    await send(lan, 'directives.link-activity', { directiveId: first.directiveId, activityId: activity.activityId })
    const { programmes } = await shown(first.directiveId)
    expect(programmes.map(one => [one.programme.id, one.totals.activities])).toEqual([
      [programmeId, 1],
      [other.id, 0],
    ])
    expect((await shown(second.directiveId, thao)).programmes).toHaveLength(1)
    expect(await refusalOf(shown(first.directiveId, thao))).toBe('not-found')
  })
})

describe('a document that was replaced', () => {
  it('names what stands in its place, and is named there', async () => {
    const [old, next] = [directiveInput(programmeId), directiveInput(programmeId)]
    for (const input of [old, next]) await send(lan, 'directives.add-directive', input)
    const { programmeId: _id, ...fields } = old
    const ended = { endedOn: '2026-06-30', replacedBy: next.directiveId }
    await send(lan, 'directives.change-directive', { ...fields, version: 1, ...ended })
    expect(await shown(old.directiveId)).toMatchObject({
      directive: { standing: 'replaced' },
      replacing: { id: next.directiveId },
    })
    expect((await shown(next.directiveId)).replaces).toMatchObject([{ id: old.directiveId }])
  })
})

describe('an element of the target programme', () => {
  it('shows the plan items of the parties with what was done, those of its parts under the whole', async () => {
    const { items } = await ask<ElementShown>(hoa, 'directives.element', { element: '2026-2035/HP2' })
    expect(items).toMatchObject([{ id: itemId, element: ELEMENT, activities: 1, ours: false }])
    const { links } = await ask<Links>(hoa, 'directives.plan-elements', { planId })
    expect(links).toEqual([{ itemId, element: ELEMENT, name: 'Nội dung 3, Hợp phần 2 (2026-2035)' }])
    const at = { element: ELEMENT, itemId }
    expect(await refusalOf(send(hoa, 'directives.unlink-item', at))).toBe('directives.not-yours')
    expect(await refusalOf(send(lan, 'directives.link-item', { ...at, element: 'khong-co' }))).toBe('not-found')
    expect((await ask<ElementShown>(thao, 'directives.element', { element: ELEMENT })).items).toEqual([])
  })

  it('shows the supervisions of the project, those of its parts under the whole, to those who see them', async () => {
    const {
      constructionId: _work,
      board: _board,
      ...plan
    } = boardInput('', { objectKind: 'project', form: 'papers', element: ELEMENT })
    await send(lan, 'supervision.plan-supervision', { ...plan, conflictsAsked: false })
    const shown = async (acting: typeof lan) =>
      (await ask<ElementShown>(acting, 'directives.element', { element: '2026-2035/HP2' })).supervisions.map(one => one.id)
    expect([await shown(lan), await shown(hoa)]).toEqual([[plan.supervisionId], []])
  })
})
