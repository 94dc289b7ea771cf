import type { Engine } from '../../src/engine/runner.ts'
import { isoDate, yearOf } from '../../src/kernel/dates.ts'
import { newId } from '../../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import type { Random } from '../random.ts'

type Wanted = { bodyId: string; by: string; programmeId: string; count: number; days: { from: string; to: string } }

const KINDS = ['chỉ thị', 'kết luận', 'kế hoạch', 'quyết định'] as const
const [CLAUSES_EACH, ACTIVITIES_EACH] = [3, 60]

/** Documents that the programme cites, each carried out by some of its clauses and by activities beside them. */
export async function insertDirectives(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const { bodyId: body_id, by: created_by, programmeId: programme_id, count, days } = wanted
  const [clauses, activities] = await served(engine, programme_id)
  const directives = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    programme_id,
    body_id,
    kind: KINDS[at % KINDS.length]!,
    number: `${at + 1}-CV/TW`,
    issued_on: isoDate(yearOf(days.from) - 1, 1 + (at % 12), 10),
    issuer: 'Cơ quan cấp trên',
    subject: `Về công tác dân tộc trong tình hình mới, nội dung ${at + 1}`,
    created_by,
    created_at: new Date(`${days.from}T03:00:00Z`),
  }))
  const some = (all: readonly string[], most: number) => [...new Set(Array.from({ length: most }, () => random.pick(all)))]
  const of = directives.map(({ id: directive_id }) => ({ directive_id, programme_id, body_id }))
  const byClause = of.flatMap(one => some(clauses, CLAUSES_EACH).map(clause_path => ({ ...one, clause_path })))
  const byActivity = of.flatMap(one => some(activities, ACTIVITIES_EACH).map(activity_id => ({ ...one, activity_id })))
  await writeAsOwner(engine, async tx => {
    await insertRows(tx, 'directive', directives)
    await insertRows(tx, 'directive_clause', byClause)
    await insertRows(tx, 'directive_activity', byActivity)
  })
}

/** The clauses of a programme that state a duty, and activities under it, in an order that is the same for a seed. */
async function served(engine: Engine, programmeId: string): Promise<[clauses: string[], activities: string[]]> {
  return engine.database.read('system', async db => {
    const clauses = db.selectFrom('commitment').select('clause_path').distinct().where('programme_id', '=', programmeId)
    const activities = db
      .selectFrom('activity')
      .select('id')
      .where('programme_id', '=', programmeId)
      .where('removed_at', 'is', null)
    return [
      (await clauses.orderBy('clause_path').execute()).map(row => row.clause_path),
      (await activities.orderBy('held_on').orderBy('title').limit(5000).execute()).map(row => row.id),
    ]
  })
}
