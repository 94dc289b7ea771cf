import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { getBody, getPlaces } from '../../agencies/index.ts'
import { type Member, STEP_KINDS, type StepKind, supervisionIdInput } from '../contract.ts'
import { type Outcome, waitsFor } from '../ends.ts'
import { linesOf } from '../load-checks.ts'
import { askedEnds } from '../load-ends.ts'
import { photosOf } from '../photos.ts'
import {
  isAway,
  nextStep,
  whyNotChange,
  whyNotFinding,
  whyNotShare,
  whyNotStep,
  whyNotTakeBack,
  whyNotUnshare,
  whyNotWork,
} from '../rules.ts'
import { getSupervision, stepsOf } from '../store.ts'
import { couldTell, toldOf } from '../telling.ts'

/** One supervision: where it stands and its one next step, the plan and team, what was found with pictures, the way it went. */
export const supervision = query({
  name: 'supervision.supervision',
  permission: { roles: anyRole, reach: 'party' },
  input: supervisionIdInput,
  run: async ({ db, acting, now, today }, { supervisionId }) => {
    const found = await getSupervision(db, supervisionId)
    const body = await getBody(db, found.bodyId)
    const steps = await stepsOf(db, supervisionId)
    const told = await toldBySteps(db, supervisionId)
    const last = steps.at(-1)
    const sent = steps.findLast(step => step.kind === 'send')
    const { bodyId: _body, ...shown } = found
    const mayTakeBack =
      last !== undefined &&
      whyNotTakeBack(acting, found, {
        isLast: true,
        createdBy: last.created_by,
        ageMinutes: (now.getTime() - last.created_at.getTime()) / 60_000,
      }) === null
    return {
      today,
      supervision: {
        ...shown,
        commune: found.communeId ? ((await getPlaces(db, [found.communeId]))[0]?.name ?? '') : '',
        holder: isAway(found.state) ? (sent?.addressee ?? body.short_name) : body.short_name,
      },
      owner: { name: body.name, shortName: body.short_name, ours: typeof acting !== 'string' && acting.bodyId === found.bodyId },
      construction: found.constructionId ? await constructionOf(db, found.constructionId) : null,
      programme: found.programmeId ? await programmeOf(db, found.programmeId, found.clausePath) : null,
      members: await membersOf(db, supervisionId),
      findings: await findingsOf(db, supervisionId),
      checks: await linesOf(db, found),
      steps: steps.map(step => ({ ...stepView(step), findings: told.get(step.id) ?? [] })),
      item: found.itemId ? await itemOf(db, found.itemId) : null,
      activities: await toldOf(db, supervisionId),
      offered: whyNotWork(acting, found) === null ? await couldTell(db, found) : [],
      next: nextStep(found),
      can: {
        steps: Object.fromEntries(STEP_KINDS.map(kind => [kind, whyNotStep(acting, kind, found) === null])) as Record<
          StepKind,
          boolean
        >,
        change: whyNotChange(acting, found) === null,
        finding: whyNotFinding(acting, found) === null,
        share: whyNotShare(acting, found) === null,
        link: whyNotWork(acting, found) === null,
        unshare: whyNotUnshare(acting, found) === null,
        takeBack: mayTakeBack ? last.id : null,
      },
    }
  },
})

const stepView = (step: Awaited<ReturnType<typeof stepsOf>>[number]) => ({
  id: step.id,
  kind: step.kind as StepKind,
  day: step.day,
  addressee: step.addressee,
  paperNumber: step.paper_number,
  paperDate: step.paper_date,
  summary: step.summary,
  outcome: step.outcome as Outcome | null,
  dueOn: step.due_on,
  dueBasis: step.due_basis,
})

async function constructionOf(db: ReadDb, id: string) {
  const row = await db.selectFrom('construction').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { name, investor, contractor, source, component, amount } = row
  const places = await getPlaces(db, [row.village_id ?? row.commune_id])
  const place = places[0]
  return {
    id,
    name,
    place: place ? [place.name, place.kind === 'village' ? place.parentName : null].filter(Boolean).join(', ') : '',
    investor,
    contractor,
    source,
    component,
    amount,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    nationalCode: row.national_code,
  }
}

async function programmeOf(db: ReadDb, programmeId: string, clausePath: string | null) {
  const row = await db.selectFrom('programme').select(['id', 'title', 'number']).where('id', '=', programmeId).executeTakeFirst()
  return row ? { ...row, clausePath } : null
}

const itemOf = (db: ReadDb, itemId: string) =>
  db
    .selectFrom('plan_item')
    .innerJoin('plan', 'plan.id', 'plan_item.plan_id')
    .select(['plan_item.id', 'plan_item.title', 'plan_item.position', 'plan.id as planId', 'plan.year'])
    .where('plan_item.id', '=', itemId)
    .executeTakeFirst()
    .then(row => row ?? null)

async function membersOf(db: ReadDb, supervisionId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('supervision_member')
    .select(['from_body', 'post', 'official', 'heads'])
    .where('supervision_id', '=', supervisionId)
    .orderBy('position')
    .execute()
  return rows.map(({ from_body, ...row }) => ({ fromBody: from_body, ...row }))
}

const ENDING = ['remedy', 'see-again'] as const

/** The findings that each remedy and second look told of. */
async function toldBySteps(db: ReadDb, supervisionId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('step_finding')
    .select(['step_id', 'finding_id'])
    .where('supervision_id', '=', supervisionId)
    .execute()
  const ofStep = Map.groupBy(rows, row => row.step_id)
  return new Map([...ofStep].map(([id, all]) => [id, all.map(row => row.finding_id)]))
}

async function findingsOf(db: ReadDb, supervisionId: string) {
  const rows = await db
    .selectFrom('finding')
    .select(['id', 'seen_on', 'text', 'recommendation', 'proposal', 'version'])
    .where('supervision_id', '=', supervisionId)
    .where('removed_at', 'is', null)
    .orderBy('seen_on')
    .orderBy('created_at')
    .execute()
  const photos = await photosOf(
    db,
    rows.map(row => row.id),
  )
  const ends = await askedEnds(db, supervisionId)
  return rows.map(({ seen_on, ...row }) => {
    const end = ends.get(row.id) ?? null
    const waits = end && ENDING.find(kind => waitsFor(kind, end))
    return { ...row, seenOn: seen_on, photos: photos.get(row.id) ?? [], end, waitsFor: waits ?? null }
  })
}
