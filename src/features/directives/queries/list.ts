import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { countBehind } from '../behind.ts'
import { STANDINGS } from '../contract.ts'
import { standingOn, WORK } from '../rules.ts'

const input = z.strictObject({
  programmeId: uuid.optional(),
  /** Documents that this clause carries out. */
  clausePath: z.string().max(300).optional(),
  /** Documents that this activity carries out, by hand or under a clause. */
  activityId: uuid.optional(),
  validity: z.enum(STANDINGS).optional(),
  words: z.string().max(200).optional(),
  /** Counting tens of thousands of activities takes longer than the lines, which need not wait for it. */
  totals: z.boolean().default(true),
})

/** Cited documents of the own programmes, each with how many clauses and activities carry it out. */
export const list = query({
  name: 'directives.list',
  permission: { roles: anyRole, reach: 'party' },
  input,
  run: async ({ db, acting, today }, { programmeId, clausePath, activityId, validity, words, totals }) => {
    let found = db
      .selectFrom('directive')
      .innerJoin('programme', 'programme.id', 'directive.programme_id')
      .select(['directive.id', 'directive.kind', 'directive.number', 'issued_on', 'issuer', 'subject', 'ended_on', 'replaced_by'])
      .select(['programme.id as programme_id', 'programme.number as programme_number', 'programme.title as programme'])
      .select(sql<string[]>`ARRAY(SELECT clause_path FROM directive_clause c WHERE c.directive_id = directive.id)`.as('clauses'))
      .where('directive.removed_at', 'is', null)
    if (programmeId) found = found.where('directive.programme_id', '=', programmeId)
    if (activityId) found = found.where(carriedOutBy(activityId))
    const typed = everyWord(words)
    if (typed) found = found.where(sql<boolean>`directive.words @@ to_tsquery('simple', ${typed})`)
    const rows = await found
      .orderBy('issued_on', order => order.desc().nullsLast())
      .orderBy('directive.id')
      .execute()
    const ids = rows.map(row => row.id)
    const activities = totals ? await countBehind(db, ids) : () => null
    const directives = rows.map(row => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      issuedOn: row.issued_on,
      issuer: row.issuer,
      subject: row.subject,
      standing: standingOn({ endedOn: row.ended_on, replacedBy: row.replaced_by }, today),
      clauses: row.clauses.length,
      served: clausePath === undefined || row.clauses.includes(clausePath),
      activities: activities(row.id),
      programme: { id: row.programme_id, name: row.programme_number ?? row.programme },
    }))
    return {
      directives: directives.filter(one => one.served && (!validity || one.standing === validity)),
      can: { add: whyNotPermitted(WORK, acting) === null },
    }
  },
})

/** Linked by hand, or done under an item of a clause that carries the document out. */
const carriedOutBy = (activityId: string) =>
  sql<boolean>`(directive.id IN (SELECT directive_id FROM directive_activity WHERE activity_id IN (SELECT one FROM records_of(${activityId}) one))
    OR directive.id IN (SELECT c.directive_id FROM directive_clause c
      JOIN plan_item i ON i.clause_path = c.clause_path AND i.programme_id = c.programme_id
      JOIN activity_item ai ON ai.item_id = i.id WHERE ai.activity_id = ${activityId}))`
