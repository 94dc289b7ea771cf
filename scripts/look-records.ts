import type { ReadDb } from '../src/engine/db/database.ts'

/** What of the samples the screens are looked at with. */
export const recordsOf = async (db: ReadDb) => ({
  template: await db.selectFrom('cascade_template').select('id').executeTakeFirstOrThrow(),
  copy: await db
    .selectFrom('cascade_copy')
    .select('id')
    .where('opened_on', 'is not', null)
    .where('signed_on', 'is', null)
    .executeTakeFirstOrThrow(),
  signedCopy: await db.selectFrom('cascade_copy').select('id').where('signed_on', 'is not', null).executeTakeFirstOrThrow(),
  programme: await db.selectFrom('programme').select(['id', 'period_to']).orderBy('id').executeTakeFirstOrThrow(),
  plan: await db.selectFrom('plan').select(['id', 'year']).orderBy('year', 'desc').orderBy('id').executeTakeFirstOrThrow(),
  activity: await db.selectFrom('activity').select('id').orderBy('id').executeTakeFirstOrThrow(),
  perCommune: await db
    .selectFrom('plan_item')
    .select('id')
    .where('target_per', '=', 'xã')
    .where('dropped_reason', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow(),
  perVillage: await db.selectFrom('plan_item').select('id').where('target_per', 'like', 'thôn%').executeTakeFirstOrThrow(),
  ownKind: await db.selectFrom('own_kind').select('key').where('state', '=', 'agreed').executeTakeFirstOrThrow(),
  ownWork: await db
    .selectFrom('activity')
    .select('id')
    .where('title', 'like', 'Tuyên truyền lưu động%')
    .orderBy('held_on')
    .executeTakeFirstOrThrow(),
  renamed: await db.selectFrom('body_name').select('body_id').where('valid_from', 'is not', null).executeTakeFirstOrThrow(),
  meeting: await db.selectFrom('meeting').select('id').orderBy('held_on').executeTakeFirstOrThrow(),
  lastMeeting: await db.selectFrom('meeting').select('id').orderBy('held_on', 'desc').executeTakeFirstOrThrow(),
  reading: await db
    .selectFrom('dissemination')
    .innerJoin('account', 'account.id', 'created_by')
    .select('dissemination.id')
    .where('username', '=', 'lan')
    .orderBy('dissemination.created_at')
    .executeTakeFirstOrThrow(),
  request: await db.selectFrom('exchange_request').select('id').where('state', '=', 'answered').executeTakeFirstOrThrow(),
  supervision: await db.selectFrom('supervision').select('id').orderBy('starts_on').executeTakeFirstOrThrow(),
  visitedWork: await db
    .selectFrom('supervision')
    .innerJoin('construction', 'construction.id', 'construction_id')
    .select(['construction.id', 'construction.commune_id'])
    .orderBy('supervision.starts_on')
    .executeTakeFirstOrThrow(),
  model: await db
    .selectFrom('movement')
    .select('id')
    .where('recognised_date', 'is not', null)
    .orderBy('starts_on')
    .executeTakeFirstOrThrow(),
  directive: await db.selectFrom('directive').select('id').where('number', '=', '14-CT/TU').executeTakeFirstOrThrow(),
  twinning: await db.selectFrom('movement').select('id').where('kind', '=', 'twinning').executeTakeFirstOrThrow(),
  visiting: await db.selectFrom('supervision').select('id').orderBy('starts_on', 'desc').executeTakeFirstOrThrow(),
  official: await db.selectFrom('paper').select('id').where('state', '=', 'frozen').executeTakeFirstOrThrow(),
  paperDraft: await db.selectFrom('paper').select('id').where('state', '=', 'draft').executeTakeFirstOrThrow(),
  letter: await db.selectFrom('paper').select('id').where('source_kind', '=', 'package').executeTakeFirstOrThrow(),
  round: await db.selectFrom('commendation').select('id').where('form', '=', 'citation').executeTakeFirstOrThrow(),
  openRound: await db.selectFrom('commendation').select('id').where('state', '=', 'open').executeTakeFirstOrThrow(),
  recognition: await db
    .selectFrom('recognition')
    .innerJoin('body', 'body.id', 'recognition.body_id')
    .innerJoin('place', 'place.id', 'village_id')
    .select('recognition.id')
    .where('body.kind', '=', 'front')
    .where('place.name', 'like', '%Nà Lốc')
    .executeTakeFirstOrThrow(),
  settled: await db.selectFrom('petition').select('id').where('confirmed_on', 'is not', null).executeTakeFirstOrThrow(),
  late: await db
    .selectFrom('petition')
    .select('id')
    .where('state', '=', 'acknowledged')
    .where('shared_at', 'is not', null)
    .executeTakeFirstOrThrow(),
  posted: await db
    .selectFrom('paper_sending')
    .select(['subject_id', 'programme_id', 'to_body'])
    .where('subject_kind', '=', 'indicator')
    .executeTakeFirstOrThrow(),
  informed: await db.selectFrom('exchange_package').select('id').where('paper_act_id', 'is not', null).executeTakeFirstOrThrow(),
  amendment: await db.selectFrom('amendment').select('id').where('state', '=', 'shared').executeTakeFirstOrThrow(),
  review: await db.selectFrom('review').select(['id', 'year']).where('state', '=', 'frozen').executeTakeFirstOrThrow(),
  final: await db.selectFrom('review').select('id').where('kind', '=', 'final').executeTakeFirstOrThrow(),
  written: await db
    .selectFrom('figure_dispute')
    .innerJoin('review_part', 'review_part.review_id', 'figure_dispute.review_id')
    .select(['figure_dispute.review_id', 'figure_id', 'review_part.id as part_id'])
    .where('arrived_at', 'is', null)
    .executeTakeFirstOrThrow(),
})
