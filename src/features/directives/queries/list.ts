import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import { query } from '../../../engine/query.ts'
import { uuid } from '../../../kernel/fields.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
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
})

/** Cited documents of the own programmes, each with how many clauses and activities carry it out. */
export const list = query({
  name: 'directives.list',
  permission: { roles: anyRole, reach: 'party' },
  input,
  run: async ({ db, acting, today }, { programmeId, clausePath, activityId, validity, words }) => {
    let found = db
      .selectFrom('directive')
      .innerJoin('programme', 'programme.id', 'directive.programme_id')
      .select(['directive.id', 'directive.kind', 'directive.number', 'issued_on', 'issuer', 'subject', 'ended_on', 'replaced_by'])
      .select(['programme.id as programme_id', 'programme.number as programme_number', 'programme.title as programme'])
      .select(sql<string[]>`ARRAY(SELECT clause_path FROM directive_clause c WHERE c.directive_id = directive.id)`.as('clauses'))
      .select(
        sql<number>`(SELECT count(DISTINCT a.id)::int FROM activity a WHERE a.removed_at IS NULL AND a.programme_id = directive.programme_id
          AND (a.id IN (SELECT standing_activity(activity_id) FROM directive_activity d WHERE d.directive_id = directive.id)
            OR a.id IN (SELECT ai.activity_id FROM activity_item ai JOIN plan_item i ON i.id = ai.item_id
              JOIN directive_clause c ON c.clause_path = i.clause_path AND c.programme_id = i.programme_id
              WHERE c.directive_id = directive.id)))`.as('activities'),
      )
      .where('directive.removed_at', 'is', null)
    if (programmeId) found = found.where('directive.programme_id', '=', programmeId)
    if (activityId) found = found.where(carriedOutBy(activityId))
    const typed = everyWord(words)
    if (typed) found = found.where(sql<boolean>`directive.words @@ to_tsquery('simple', ${typed})`)
    const rows = await found
      .orderBy('issued_on', order => order.desc().nullsLast())
      .orderBy('directive.id')
      .execute()
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
      activities: row.activities,
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
