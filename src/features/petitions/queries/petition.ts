import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { type Acting, anyRole, workers } from '../../../kernel/permissions.ts'
import { toldCount } from '../../../kernel/suppress.ts'
import { getBody, seatedIn, unitsHeadedBy } from '../../agencies/index.ts'
import { LEVELS, petitionIdInput, STEP_KINDS, type StepKind } from '../contract.ts'
import { clockTerm, ownTerm } from '../due.ts'
import { fieldNames } from '../fields.ts'
import { stepsOf } from '../load-letter.ts'
import { whyNotReword } from '../official-letter.ts'
import { listRoutes, proposeAddressees } from '../routes.ts'
import {
  forgottenOn,
  isAway,
  nextStep,
  whyNotChange,
  whyNotGive,
  whyNotHandle,
  whyNotSender,
  whyNotShare,
  whyNotStep,
  whyNotTakeBack,
  whyNotUnshare,
} from '../rules.ts'
import { getPetition, type Petition, placeNames } from '../store.ts'

/**
 * One petition: where it stands, with whom, until when, and its one next step. Text, village, steps and slip are there for the unit
 * that handles it; the parties of its programme see no more than subject, commune and state.
 */
export const petition = query({
  name: 'petitions.petition',
  permission: { roles: anyRole, reach: 'party' },
  input: petitionIdInput,
  run: async ({ db, acting, now, today }, { petitionId }) => {
    const found = await getPetition(db, petitionId, acting)
    const body = await getBody(db, found.bodyId)
    const ours = typeof acting !== 'string' && acting.bodyId === found.bodyId
    const places = await placeNames(db, [found.communeId, ...(found.content ? [found.content.placeId] : [])])
    const steps = ours && found.handling ? await stepsOf(db, petitionId) : []
    const last = steps.at(-1)
    const { content } = found
    const fixed = ours && found.handling ? await whyNotReword(db, petitionId) : null
    const whyNotNext = (kind: StepKind) => whyNotStep(acting, kind, found, today) ?? (kind === 'route-out' ? fixed : null)
    return {
      today,
      petition: {
        id: found.id,
        subject: found.subject,
        field: found.field,
        fieldName: (await fieldNames(db)).get(found.field) ?? '',
        communeId: found.communeId,
        commune: places.get(found.communeId) ?? '',
        origin: found.origin,
        voices: ours ? found.voices : toldCount(found.voices),
        receivedOn: found.receivedOn,
        state: found.state,
        dueOn: found.dueOn,
        dueBasis: found.dueBasis,
        answeredOn: found.answeredOn,
        settledOn: found.settledOn,
        confirmedOn: found.confirmedOn,
        closedOn: found.closedOn,
        addressee: found.addressee,
        holder: isAway(found.state) ? found.addressee! : body.short_name,
        shared: found.shared,
        version: found.version,
      },
      owner: { bodyId: body.id, name: body.name, shortName: body.short_name, ours },
      programme: found.programmeId ? await programmeOf(db, found.programmeId, found.clausePath) : null,
      content: content && {
        text: content.text,
        placeId: content.placeId,
        place: places.get(content.placeId) ?? '',
        code: found.code,
        /** A name is kept, and until when. */
        sender: content.senderKey === null ? null : { until: forgottenOn(found) },
      },
      steps: steps.map(stepView),
      next: nextStep(found, today),
      group: ours && found.groupId ? await groupOf(db, found) : [],
      again: found.againOf,
      unit: ours ? await unitName(db, found.unitId) : null,
      handlers: await handlersOf(db, acting, found, today),
      proposals: found.handling && ours ? await proposalsFor(db, found, today) : null,
      can: {
        steps: Object.fromEntries(STEP_KINDS.map(kind => [kind, whyNotNext(kind) === null])) as Record<StepKind, boolean>,
        change: whyNotChange(acting, found) === null && fixed === null,
        /** Said where the words could be changed, but for a letter that is frozen. */
        reword: whyNotChange(acting, found) === null ? fixed : null,
        handle: whyNotHandle(acting, found) === null,
        sender: whyNotSender(acting, found) === null && forgottenOn(found) > today,
        share: whyNotShare(acting, found),
        unshare: whyNotUnshare(acting, found) === null,
        takeBack:
          last !== undefined &&
          whyNotTakeBack(acting, found, {
            isLast: true,
            createdBy: last.created_by,
            ageMinutes: (now.getTime() - last.created_at.getTime()) / 60_000,
            kind: last.kind as StepKind,
          }) === null
            ? last.id
            : null,
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
  dueOn: step.due_on,
  dueBasis: step.due_basis,
  summary: step.summary,
  onSpot: step.on_spot,
  settled: step.settled,
  byUnit: step.by_unit,
})

async function programmeOf(db: ReadDb, programmeId: string, clausePath: string | null) {
  const row = await db.selectFrom('programme').select(['id', 'title', 'number']).where('id', '=', programmeId).executeTakeFirst()
  return row ? { ...row, clausePath } : null
}

/** The others of the same matter. */
async function groupOf(db: ReadDb, { groupId, id, bodyId }: Petition) {
  const rows = await db
    .selectFrom('petition')
    .innerJoin('place', 'place.id', 'petition.commune_id')
    .select(['petition.id', 'subject', 'state', 'received_on', 'voices', 'place.name as commune'])
    .where('group_id', '=', groupId)
    .where('petition.body_id', '=', bodyId)
    .where('petition.id', '<>', id)
    .orderBy('received_on')
    .execute()
  return rows.map(({ received_on, ...row }) => ({ ...row, receivedOn: received_on }))
}

async function unitName(db: ReadDb, unitId: string | null): Promise<string | null> {
  if (!unitId) return null
  return (await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst())?.name ?? null
}

/** Officers and leaders whom it can be given to, by who may give it. */
async function handlersOf(db: ReadDb, acting: Acting, petition: Petition, today: IsoDate) {
  if (typeof acting === 'string' || whyNotGive(acting, petition, await unitsHeadedBy(db, acting, today))) return []
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_today', 'account_today.id', 'account.id')
    .select(['account.id', 'account.display_name', 'account_today.post', 'account_today.roles'])
    .where('account.body_id', '=', seatedIn(petition.bodyId))
    .where('account.disabled_at', 'is', null)
    .orderBy('account.display_name')
    .execute()
  return rows
    .filter(row => row.roles?.some(role => workers.some(one => one === role)))
    .map(row => ({ id: row.id, name: row.display_name, post: row.post ?? '', current: row.id === petition.handler }))
}

/** What the forms of the next steps open with: whom it could go to, and the terms that clocks set or that the body gives itself. */
async function proposalsFor(db: ReadDb, { field, communeId, origin }: Petition, today: IsoDate) {
  const wanted = { field, communeId, day: today }
  return {
    addressees: proposeAddressees(await listRoutes(db), wanted),
    /** By level; null where no clock holds and the officer says. */
    clocks: Object.fromEntries(
      await Promise.all(LEVELS.map(async level => [level, await clockTerm(db, { origin, level, day: today })] as const)),
    ),
    own: {
      forwarded: await ownTerm(db, 'forwarded', today),
      urged: await ownTerm(db, 'urged', today),
      answered: await ownTerm(db, 'answered', today),
      'not-settled': await ownTerm(db, 'not-settled', today),
    },
  }
}
