import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { everyWord, pageByWords } from '../../../engine/db/by-words.ts'
import type { ReadDb } from '../../../engine/db/database.ts'
import { query } from '../../../engine/query.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { toldCount } from '../../../kernel/suppress.ts'
import { BALANCE_PARTS, type BalancePart } from '../balance.ts'
import { day, fieldKey, ORIGINS, type Origin, PETITION_STATES, type PetitionState, uuid } from '../contract.ts'
import { fieldNames } from '../fields.ts'
import { HANDLE, isAway, nextStep } from '../rules.ts'

export const listFilters = {
  /** 'own': received by the own body; 'shared': shown to it by the other parties of its programmes. */
  scope: z.enum(['own', 'shared']).default('own'),
  state: z.enum(PETITION_STATES).optional(),
  /** 'open' and 'overdue' by today; 'confirmed' on the spot. */
  standing: z.enum(['open', 'overdue', 'confirmed']).optional(),
  field: fieldKey.optional(),
  communeId: uuid.optional(),
  origin: z.enum(ORIGINS).optional(),
  groupId: uuid.optional(),
  programmeId: uuid.optional(),
  /** Days of receipt; with `part`, the period of a balance whose part this is. */
  from: day.optional(),
  to: day.optional(),
  part: z.enum(BALANCE_PARTS).optional(),
  words: z.string().max(200).optional(),
}
type Filters = z.output<z.ZodObject<typeof listFilters>>

/** Petitions by filters, the latest first, with how many the filters let through. */
export const list = query({
  name: 'petitions.list',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ ...listFilters, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }),
  run: async ({ db, acting, today }, { offset, limit, ...wanted }) => {
    const own = typeof acting === 'string' ? null : acting.bodyId
    const rows = await linesOf(db, { wanted, own, today }, { offset, limit })
    const names = await fieldNames(db)
    return {
      today,
      petitions: rows.map(row => {
        const state = row.state as PetitionState
        const ours = row.body_id === own
        const standing = { state, dueOn: row.due_on, lastDay: row.last_day, confirmedOn: row.confirmed_on }
        return {
          id: row.id,
          subject: row.subject,
          field: names.get(row.field) ?? '',
          commune: row.commune,
          origin: row.origin as Origin,
          voices: ours ? row.voices : toldCount(row.voices),
          receivedOn: row.received_on,
          state,
          confirmed: row.confirmed_on !== null,
          dueOn: row.due_on,
          holder: isAway(state) ? row.addressee! : row.short_name,
          next: nextStep(standing, today),
          grouped: row.group_id !== null,
          shared: row.shared_at !== null,
          owner: row.short_name,
        }
      }),
      total: await countOf(db, { wanted, own, today }),
      can: { record: whyNotPermitted(HANDLE, acting) === null },
    }
  },
})

type Asked = { wanted: Filters; own: string | null; today: IsoDate }
type Page = { offset: number; limit: number }

async function linesOf(db: ReadDb, asked: Asked, page: Page) {
  const { words, ...others } = asked.wanted
  const typed = everyWord(words)
  const rest = { ...asked, wanted: others }
  if (typed === null) return pageOf(filtered(db, rest), page)
  return pageByWords(page, latest => {
    if (latest === null) return pageOf(filtered(db, asked), page)
    const among = filtered(db, rest)
      .select(['petition.id', 'words'])
      .orderBy('received_on', 'desc')
      .orderBy('petition.id', 'desc')
    const found = sql`SELECT id FROM (${among.limit(latest)}) latest WHERE words @@ to_tsquery('simple', ${typed})`
    return pageOf(filtered(db, rest).where(isOneOf(found)), page)
  })
}

const pageOf = (found: ReturnType<typeof filtered>, { offset, limit }: Page) =>
  found
    .innerJoin('body', 'body.id', 'petition.body_id')
    .innerJoin('place', 'place.id', 'petition.commune_id')
    .select(['petition.id', 'petition.body_id', 'subject', 'field', 'origin', 'voices', 'received_on', 'state', 'addressee'])
    .select(['due_on', 'last_day', 'confirmed_on', 'petition.group_id', 'shared_at', 'body.short_name', 'place.name as commune'])
    .orderBy('received_on', 'desc')
    .orderBy('petition.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()

/** Read as one list of ids, so that the index of the table is used under its policies. */
const isOneOf = (ids: RawBuilder<unknown>) => sql<boolean>`petition.id = ANY (ARRAY(${ids}))`

function filtered(db: ReadDb, { wanted, own, today }: Asked) {
  const { scope, state, standing, field, communeId, origin, groupId, programmeId, words } = wanted
  let rows = db.selectFrom('petition')
  rows =
    scope === 'own'
      ? rows.where('petition.body_id', '=', own)
      : rows.where('shared_at', 'is not', null).where('petition.body_id', '<>', own)
  if (state) rows = rows.where('state', '=', state)
  if (standing === 'confirmed') rows = rows.where('confirmed_on', 'is not', null)
  else if (standing) rows = rows.where('due_on', 'is not', null)
  if (standing === 'overdue') rows = rows.where('due_on', '<', today)
  if (field) rows = rows.where('field', '=', field)
  if (communeId) rows = rows.where('commune_id', '=', communeId)
  if (origin) rows = rows.where('origin', '=', origin)
  if (groupId) rows = rows.where('group_id', '=', groupId)
  if (programmeId) rows = rows.where('programme_id', '=', programmeId)
  const typed = everyWord(words)
  if (typed) rows = rows.where(isOneOf(sql`SELECT petitions_with(${typed})`))
  return rows.where(inPeriod(wanted))
}

/** The same conditions as balance.ts, as SQL. */
function inPeriod({ from, to, part }: Pick<Filters, 'from' | 'to' | 'part'>) {
  const [first, last] = [from ?? '0001-01-01', to ?? '9999-12-31']
  if (!part) return sql<boolean>`received_on BETWEEN ${first} AND ${last}`
  const conditions: Record<BalancePart, ReturnType<typeof sql<boolean>>> = {
    carried: sql<boolean>`received_on < ${first} AND (closed_on IS NULL OR closed_on >= ${first})`,
    received: sql<boolean>`received_on BETWEEN ${first} AND ${last}`,
    settled: sql<boolean>`state = 'settled' AND closed_on BETWEEN ${first} AND ${last}`,
    returned: sql<boolean>`state = 'returned' AND closed_on BETWEEN ${first} AND ${last}`,
    routed: sql<boolean>`state = 'routed-out' AND closed_on BETWEEN ${first} AND ${last}`,
    open: sql<boolean>`received_on <= ${last} AND (closed_on IS NULL OR closed_on > ${last})`,
  }
  return conditions[part]
}

async function countOf(db: ReadDb, asked: Asked): Promise<number> {
  const { count } = await filtered(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
