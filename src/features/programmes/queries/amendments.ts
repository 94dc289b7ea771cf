import { z } from 'zod'
import type { ReadDb } from '../../../engine/db/database.ts'
import { type QueryContext, query } from '../../../engine/query.ts'
import { type IsoDate, vietnamDate } from '../../../kernel/dates.ts'
import { type Acting, anyRole, within } from '../../../kernel/permissions.ts'
import { whyNotStand } from '../amendments/content.ts'
import { laidAmendment } from '../amendments/laying.ts'
import {
  type Standing,
  whyNotAgain,
  whyNotAgree,
  whyNotCounter,
  whyNotPropose,
  whyNotRecord,
  whyNotRestore,
  whyNotReturn,
  whyNotShare,
  whyNotWithdraw,
  whyNotWrite,
} from '../amendments/rules.ts'
import { asInput } from '../amendments/settle.ts'
import { standingOf } from '../amendments/standing.ts'
import { type Amendment, amendmentsOf, textInForce } from '../amendments/store.ts'
import { changesText } from '../amendments/words.ts'
import { layingOf } from '../laying-before.ts'
import { getProgramme, partiesOf } from '../store.ts'

/** A signed amendment whose day has come is in force. */
const shownState = ({ state, effectiveOn }: Amendment, today: IsoDate) =>
  state === 'signed' && effectiveOn <= today ? ('in-force' as const) : state

const headOf = async (db: ReadDb, programmeId: string) => {
  const programme = await getProgramme(db, programmeId)
  const parties = await partiesOf(db, programmeId)
  return {
    programme: {
      id: programme.id,
      title: programme.title,
      number: programme.number,
      effectiveFrom: programme.effective_from,
      periodTo: programme.period_to,
      sourceSha256: programme.source_sha256,
    },
    parties: parties.map(({ bodyId, position, name, shortName }) => ({ bodyId, position, name, shortName })),
  }
}

type Named = { bodyId: string; shortName: string }

/** Who has not agreed yet to what was proposed. */
const waitsOf = ({ state, agreedBy }: Standing, parties: readonly Named[], acting: Acting) => {
  const open = state === 'shared' ? parties.filter(party => !agreedBy.includes(party.bodyId)) : []
  const own = typeof acting === 'string' ? null : acting.bodyId
  return { us: open.some(party => party.bodyId === own), names: open.map(party => party.shortName) }
}

const lineOf = (one: Amendment, today: IsoDate) => ({
  id: one.id,
  byBody: one.byBody,
  state: shownState(one, today),
  title: changesText(one.changes),
  number: one.number,
  effectiveOn: one.effectiveOn,
  signedOn: one.signedOn,
  changes: one.changes.length,
  on: vietnamDate(one.sharedAt ?? one.createdAt),
})

/** The amendments of a programme that may be seen: what is in force, what is under way, what came to nothing. */
export const listAmendments = query({
  name: 'programmes.amendments',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid() }),
  run: async ({ db, acting, today }, { programmeId }) => {
    const head = await headOf(db, programmeId)
    const bodies = head.parties.map(party => party.bodyId)
    const found = await amendmentsOf(db, programmeId)
    const shown = found.filter(one => one.state !== 'withdrawn' || one.sharedAt !== null)
    const agreed = await agreementsOf(db, programmeId)
    return {
      ...head,
      amendments: shown.map(one => {
        const agreedBy = agreed.filter(({ id, digest }) => id === one.id && digest === one.digest).map(({ bodyId }) => bodyId)
        return { ...lineOf(one, today), waits: waitsOf({ ...one, agreedBy }, head.parties, acting) }
      }),
      can: { propose: whyNotPropose(acting, bodies) === null },
    }
  },
})

async function agreementsOf(db: ReadDb, programmeId: string) {
  const rows = await db
    .selectFrom('agreement')
    .select(['subject_id as id', 'body_id as bodyId', 'digest'])
    .where('programme_id', '=', programmeId)
    .where('subject_kind', '=', 'amendment')
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows
}

/** What an amendment is written on: the text of a day as the signed amendments make it. */
export const amendableText = query({
  name: 'programmes.amendable-text',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ programmeId: z.guid(), on: z.iso.date() }),
  run: async ({ db }, { programmeId, on }) => {
    const head = await headOf(db, programmeId)
    return { ...head, clauses: await textInForce(db, programmeId, on) }
  },
})

/** One amendment: its changes beside the text they rest on, who has agreed, and what may be done with it. */
export const showAmendment = query({
  name: 'programmes.amendment',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ amendmentId: z.guid() }),
  run: async (context, { amendmentId }) => {
    const { db, today } = context
    const found = await standingOf(db, amendmentId)
    const acting = within(context.acting, found.programmeId)
    const open = ['own', 'shared', 'agreed'].includes(found.state)
    const others = (await amendmentsOf(db, found.programmeId)).filter(one => one.counterOf === found.id && one.sharedAt)
    return {
      ...(await headOf(db, found.programmeId)),
      amendment: {
        ...lineOf(found, today),
        programmeId: found.programmeId,
        reason: found.reason,
        changes: found.changes,
        written: asInput(found.changes),
        digest: found.digest,
        counterOf: found.counterOf,
        counteredBy: others.at(-1)?.id ?? null,
        answer: found.answer,
        answeredBy: found.answeredBy,
        agreedBy: found.agreedBy,
        papers: found.papers,
        sharedOn: found.sharedAt && vietnamDate(found.sharedAt),
        agreedOn: found.agreedAt && vietnamDate(found.agreedAt),
        version: found.version,
      },
      laid: await layingOf(context, laidAmendment(acting, found)),
      paper: await paperOf(context, found),
      /** What stands in the way of an amendment that is under way. */
      hindrance: open ? await whyNotStand(db, found) : null,
      can: rightsOn(acting, found),
    }
  },
})

async function paperOf({ db }: QueryContext, { signedFile }: Amendment) {
  if (!signedFile) return null
  const file = await db.selectFrom('file').select(['id', 'name', 'sha256']).where('id', '=', signedFile).executeTakeFirst()
  return file ?? null
}

const rightsOn = (acting: Acting, found: Standing) => ({
  write: whyNotWrite(acting, found) === null,
  withdraw: whyNotWithdraw(acting, found) === null,
  restore: whyNotRestore(acting, found) === null,
  share: whyNotShare(acting, found) === null,
  agree: whyNotAgree(acting, found) === null,
  return: whyNotReturn(acting, found) === null,
  counter: whyNotCounter(acting, found) === null,
  again: whyNotAgain(acting, found) === null,
  record: whyNotRecord(acting, found) === null,
})
