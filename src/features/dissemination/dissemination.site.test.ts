import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../../test/harness/contributions.ts'
import { enrolBeside } from '../../../test/harness/enrol.ts'
import { insertProgramme } from '../../../test/harness/programme.ts'
import { openTestSite, refusalOf } from '../../../test/harness/site.ts'
import { exportsByName } from '../../app/registry.ts'
import { newId } from '../../kernel/ids.ts'
import { ACTS, type Actor } from '../../kernel/permissions.ts'

let now = new Date('2026-02-02T03:00:00Z')
const site = await openTestSite({ now: () => now })
const { send, ask, who, engine } = site
// lan is of Ban Phong trào, the clerk of Văn phòng, minh of no unit.
const [lan, minh, clerk, tuan, hoa] = [who('lan'), who('minh'), who('vanthu.mttq'), who('tuan'), who('hoa')]

let programmeId = ''
let units: { id: string; name: string }[] = []
beforeAll(async () => {
  programmeId = (await insertProgramme(site, [{ path: 'II/1', text: 'Tuyên truyền' }])).id
  units = (await ask<{ units: typeof units }>(lan, 'dissemination.choices')).units
})
beforeEach(() => {
  now = new Date('2026-02-02T03:00:00Z')
})

const unit = (name: string) => units.find(one => one.name === name)!.id
type Share = { unit: string | null; staff: number; read: number; missing: string[] }[]
type View = { readOn: string | null; share: Share | null; can: { confirm: { code: string } | null } }
const look = (acting: Actor, disseminationId: string) => ask<View>(acting, 'dissemination.one', { disseminationId })
const confirm = (acting: Actor, disseminationId: string) => send(acting, 'dissemination.confirm-reading', { disseminationId })

async function sendOut(change: object = {}): Promise<string> {
  const disseminationId = newId()
  const fields = { subject: { kind: 'programme', id: programmeId }, unitIds: [], note: 'Đọc phần II', dueOn: '2026-02-16' }
  await send(lan, 'dissemination.send-dissemination', { disseminationId, ...fields, ...change })
  return disseminationId
}
const waiting = async (acting: Actor) => (await deadlinesOf(site, acting, '2026-03-01')).map(line => line.id)

describe('what staff are to read', () => {
  it('waits on the list of those of the units chosen, until they confirm', async () => {
    const id = await sendOut({ unitIds: [unit('Ban Phong trào')] })
    expect([(await waiting(lan)).includes(id), (await waiting(clerk)).includes(id)]).toEqual([true, false])
    expect(await refusalOf(confirm(clerk, id))).toBe('dissemination.not-a-reader')
    expect(await confirm(lan, id)).toEqual({ readOn: '2026-02-02' })
    expect(await waiting(lan)).not.toContain(id)
    expect(await refusalOf(confirm(lan, id))).toBe('dissemination.read-already')
  })

  it('is confirmed for oneself and can be taken back', async () => {
    const id = await sendOut()
    await confirm(lan, id)
    await send(lan, 'dissemination.take-back-reading', { disseminationId: id })
    expect(await waiting(lan)).toContain(id)
    expect(await refusalOf(send(lan, 'dissemination.take-back-reading', { disseminationId: id }))).toBe('dissemination.not-read')
  })

  it('shows share and missing to the own leader, and to nobody else', async () => {
    const id = await sendOut({ unitIds: [unit('Ban Phong trào'), unit('Văn phòng')] })
    await confirm(clerk, id)
    expect((await look(minh, id)).share).toMatchObject([
      { unit: 'Ban Phong trào', staff: 1, read: 0, missing: [lan.displayName] },
      { unit: 'Văn phòng', read: 1 },
    ])
    expect((await look(lan, id)).share).toBeNull()
    const readings = (acting: Actor) =>
      engine.database.read(acting, db =>
        db.selectFrom('dissemination_reading').select('account_id').where('dissemination_id', '=', id).execute(),
      )
    expect(await readings(lan)).toEqual([])
    expect(await readings(hoa)).toEqual([])
    expect(await readings(minh)).toHaveLength(1)
    expect(await refusalOf(look(hoa, id))).toBe('not-found')
    expect(await refusalOf(look(tuan, id))).toBe('not-found')
  })

  it('shows who is missing to nobody else: not to heads, whoever is authorised, clerk or administrator, nor to the other side', async () => {
    const id = await sendOut({ unitIds: [unit('Ban Phong trào'), unit('Văn phòng')] })
    await confirm(clerk, id)
    const head = await enrolBeside(site, lan, 'truongban', ['head'])
    const headElsewhere = await enrolBeside(site, clerk, 'chanhvanphong', ['head'])
    const authorised: Actor = { ...lan, roles: ['officer', 'authorised'], authorities: [{ acts: ACTS, programmes: null }] }
    const share = async (actor: Actor) => {
      const { lines } = await ask<{ lines: { id: string; share: object | null }[] }>(actor, 'dissemination.list')
      return [(await look(actor, id)).share, lines.find(line => line.id === id)!.share]
    }
    for (const actor of [lan, head, headElsewhere, authorised, clerk, who('quantri.mttq')]) {
      expect([actor.displayName, ...(await share(actor))]).toEqual([actor.displayName, null, null])
      const seen = await engine.database.read(actor, db => db.selectFrom('dissemination_reading').select('account_id').execute())
      expect(seen.filter(row => row.account_id !== actor.accountId)).toEqual([])
    }
    for (const actor of [hoa, tuan, who('quantri.sdttg')]) expect(await refusalOf(look(actor, id))).toBe('not-found')
  })

  it('is read by who serves two units for either of them, and counted once', async () => {
    const post = {
      postId: newId(),
      accountId: lan.accountId,
      unitId: unit('Văn phòng'),
      title: 'Kiêm Văn phòng',
      roles: ['officer'],
    }
    await send(who('quantri.mttq'), 'agencies.give-post', post)
    const [office, both] = [
      await sendOut({ unitIds: [unit('Văn phòng')] }),
      await sendOut({ unitIds: [unit('Ban Phong trào'), unit('Văn phòng')] }),
    ]
    expect((await look(minh, office)).share).toMatchObject([
      { unit: 'Văn phòng', missing: expect.arrayContaining([lan.displayName]) },
    ])
    const names = (await look(minh, both)).share!.flatMap(one => one.missing)
    expect(names.filter(name => name === lan.displayName)).toHaveLength(1)
    expect(await waiting(lan)).toEqual(expect.arrayContaining([office, both]))
    await confirm(lan, office)
  })

  it('leaves by no export, and stands in nobody’s work but the reader’s own', async () => {
    const id = await sendOut({ unitIds: [unit('Ban Phong trào')] })
    expect([...exportsByName.keys()].filter(name => name.startsWith('dissemination'))).toEqual([])
    for (const actor of [minh, clerk, hoa]) expect(await waiting(actor)).not.toContain(id)
  })

  it('takes a first count of sheets back, and no later one', async () => {
    const id = await sendOut()
    const at = { disseminationId: id, unitId: unit('Văn phòng') }
    const takeBack = () => send(clerk, 'dissemination.take-back-sheets', at)
    const count = { ...at, received: 9, receivedOn: '2026-02-01' }
    await send(clerk, 'dissemination.record-sheets', { ...count, version: null })
    await takeBack()
    expect((await ask<{ sheets: object[] }>(lan, 'dissemination.one', { disseminationId: id })).sheets).toEqual([])
    await send(clerk, 'dissemination.record-sheets', { ...count, version: null })
    await send(clerk, 'dissemination.record-sheets', { ...count, version: 1, received: 11 })
    expect(await refusalOf(takeBack())).toBe('changed-meanwhile')
  })

  it('counts sheets by unit, without names, once and put right by version', async () => {
    const id = await sendOut()
    const sheet = { disseminationId: id, unitId: unit('Văn phòng'), received: 9, receivedOn: '2026-02-01' }
    await send(clerk, 'dissemination.record-sheets', { ...sheet, version: null })
    await send(clerk, 'dissemination.record-sheets', { ...sheet, version: 1, received: 11 })
    expect(await refusalOf(send(clerk, 'dissemination.record-sheets', { ...sheet, version: 1 }))).toBe('changed-meanwhile')
    const { sheets } = await ask<{ sheets: object[] }>(lan, 'dissemination.one', { disseminationId: id })
    expect(sheets).toEqual([{ unitId: unit('Văn phòng'), unit: 'Văn phòng', received: 11, receivedOn: '2026-02-01', version: 2 }])
  })

  it('leaves every list when withdrawn, and comes back when restored', async () => {
    const id = await sendOut()
    await send(lan, 'dissemination.withdraw-dissemination', { disseminationId: id, version: 1 })
    expect(await waiting(lan)).not.toContain(id)
    expect(await refusalOf(confirm(lan, id))).toBe('dissemination.withdrawn')
    await send(lan, 'dissemination.restore-dissemination', { disseminationId: id, version: 2 })
    expect(await waiting(lan)).toContain(id)
  })

  it.each([
    ['a day that is past', { dueOn: '2026-02-01' }, 'dissemination.due-past'],
    ['a unit of another body', { unitIds: [newId()] }, 'not-found'],
    ['a file that is not there', { subject: { kind: 'file', id: newId() } }, 'not-found'],
  ])('is refused with %s', async (_what, change, code) => {
    expect(await refusalOf(sendOut(change))).toBe(code)
  })

  it('is a plan only once every party has agreed to it', async () => {
    const planId = newId()
    await send(lan, 'plans.draft-plan', { planId, programmeId, year: 2027 })
    expect(await refusalOf(sendOut({ subject: { kind: 'plan', id: planId } }))).toBe('dissemination.plan-not-agreed')
  })
})
