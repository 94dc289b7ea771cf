import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { samplesDir } from '../../src/app/samples.ts'
import { importAndAnswer } from '../../src/app/seed-programme.ts'
import type { Json } from '../../src/engine/db/database.ts'
import { newId } from '../../src/kernel/ids.ts'
import { ACTS, type Actor, isPostRole, ROLES, type Role } from '../../src/kernel/permissions.ts'
import { insertProgramme } from '../harness/programme.ts'
import type { TestSite } from '../harness/site.ts'

/** Three bodies seen from the records of the first: the own side, the partner of its programme, and a stranger. */
export const SIDES = ['own', 'partner', 'stranger'] as const
export type Side = (typeof SIDES)[number]
const BODY: Record<Side, string> = { own: 'mttq', partner: 'sdttg', stranger: 'bdv' }

export const usernameOf = (side: Side, role: Role): string => `${side}.${role}`
/** A word that stands in everything that only the own side may see. */
export const OURS = 'chim-lac-nội-bộ'
/** A word that stands in everything that only the parties may see. */
export const JOINT = 'trống-đồng-của-hai-bên'

export type Stage = Awaited<ReturnType<typeof setStage>>

/** Makes records of the own side, as its people would, so that others can be seen to fail on them. */
export async function setStage(site: TestSite) {
  const { send, people } = site
  for (const side of SIDES) await enrolAll(site, side)
  const actor = (side: Side, role: Role): Actor => people.actors.get(usernameOf(side, role))!
  const [officer, leader] = [actor('own', 'officer'), actor('own', 'leader')]
  const as = (who: Actor) => (name: string, input: Json) => send(who, name, input)
  const text = await readFile(join(samplesDir, 'chuong-trinh.txt'), 'utf8')
  let serial = 100

  const stage = {
    site,
    actor,
    bodyId: (side: Side) => people.bodies.get(BODY[side])!,
    async file(owner = officer) {
      const stored = await site.engine.files.put(Readable.from([Buffer.from(`${OURS} ${newId()}`)]), 1000)
      const fileId = newId()
      await as(owner)('files.keep-upload', { fileId, ...stored, name: `${OURS}.txt`, mediaType: 'text/plain' })
      return fileId
    },
    /** A reading with every question answered. */
    async draft() {
      const bytes = Buffer.from(text.replace('07/CTrPH', `${serial++}/CTrPH`).replace('thống nhất', `thống nhất ${OURS}`))
      return importAndAnswer(site.engine, officer, { name: `${OURS}.txt`, bytes: Readable.from([bytes]) })
    },
    /** A scan of three pages that is being read, or was stopped. */
    async scan(stopped: boolean) {
      const draftId = newId()
      const { bodyId, accountId } = officer
      const row = { id: draftId, owner_body: bodyId, created_by: accountId, created_at: new Date(), state: 'reading' }
      await site.engine.database.write('system', tx =>
        tx
          .insertInto('import_draft')
          .values({ ...row, scan_pages: 3, scan_stopped: stopped })
          .execute(),
      )
      return { draftId, version: 1 }
    },
    async programme() {
      const texts = [`Tổ chức tập huấn ${JOINT}`, `Giám sát ${JOINT}`]
      const made = await insertProgramme(
        site,
        texts.map((one, i) => ({ path: `II/${i + 1}`, text: one })),
      )
      return made.id
    },
    /** A plan that only the own side knows. */
    async privatePlan(programmeId?: string) {
      const id = programmeId ?? (await stage.programme())
      const planId = newId()
      await as(officer)('plans.draft-plan', { planId, programmeId: id, year: 2026 })
      return { planId, programmeId: id, itemId: await firstItem(site, planId) }
    },
    /** A plan that every party knows. */
    async plan(programmeId?: string) {
      const plan = await stage.privatePlan(programmeId)
      const { digest } = await site.ask<{ digest: string }>(leader, 'plans.plan', { planId: plan.planId })
      await as(leader)('plans.share-plan', { planId: plan.planId, digest })
      return plan
    },
    async activity(title = JOINT) {
      const plan = await stage.plan()
      const activityId = newId()
      await as(officer)('activities.record-activity', { ...activityInput(plan.programmeId, plan.itemId), activityId, title })
      return { ...plan, activityId }
    },
    async review(section?: string) {
      const { programmeId } = await stage.activity()
      const reviewId = newId()
      await as(officer)('reviews.open-review', { reviewId, programmeId, kind: 'half-year', year: 2026, half: 1 })
      const asked = section
        ? [section]
        : ['difficulties', 'causes-objective', 'causes-subjective', 'leadership', 'strengths', 'directions']
      for (const [i, one] of asked.entries())
        await as(officer)('reviews.write-text', { reviewId, version: i + 1, section: one, text: OURS })
      return { reviewId, programmeId, version: asked.length + 1 }
    },
    async proposedReview() {
      const { reviewId, version, programmeId } = await stage.review()
      await as(leader)('reviews.propose-review', { reviewId, version })
      return { reviewId, version: version + 1, programmeId }
    },
    as,
    officer,
    leader,
  }
  return stage
}

/** An activity's fields that any recording needs. */
export const activityInput = (programmeId: string, itemId: string) => ({
  programmeId,
  itemIds: [itemId],
  kind: 'training',
  heldOn: '2026-03-12',
  place: 'Xã Bản Mới',
  count: { value: 2, unit: 'lớp' },
})

async function firstItem({ engine }: TestSite, planId: string): Promise<string> {
  const row = await engine.database.read('system', db =>
    db.selectFrom('plan_item').select('id').where('plan_id', '=', planId).orderBy('position').executeTakeFirstOrThrow(),
  )
  return row.id
}

/** A person of every role, all of one unit. */
async function enrolAll(site: TestSite, side: Side): Promise<void> {
  const unitId = newId()
  await site.send('system', 'agencies.create-unit', { unitId, bodyId: site.people.bodies.get(BODY[side])!, name: 'Phòng thử' })
  for (const role of ROLES) await enrol(site, side, { role, unitId })
}

/** Whoever is authorised looks on by post, and decides by a leader's paper. */
async function enrol({ send, people }: TestSite, side: Side, { role, unitId }: { role: Role; unitId: string }): Promise<void> {
  const accountId = newId()
  const bodyId = people.bodies.get(BODY[side])!
  const username = usernameOf(side, role)
  const roles = [isPostRole(role) ? role : 'viewer']
  const account = { accountId, bodyId, unitId, username, displayName: `Người ${role}`, roles, password: 'mật khẩu để thử' }
  await send('system', 'agencies.create-account', account)
  const actor = {
    accountId,
    bodyId,
    roles: isPostRole(role) ? [role] : (['viewer', role] as const),
    displayName: account.displayName,
    authorities: role === 'authorised' ? [{ acts: ACTS, programmes: null }] : [],
  }
  people.actors.set(username, actor)
  if (role !== 'authorised') return
  const paper = {
    number: '01/UQ',
    paperDate: '2026-01-01',
    scope: 'Ký thay',
    acts: [...ACTS],
    from: '2026-01-01',
    to: '2099-12-31',
  }
  await send(people.actors.get(usernameOf(side, 'leader'))!, 'agencies.authorise', {
    authorisationId: newId(),
    accountId,
    ...paper,
  })
}
