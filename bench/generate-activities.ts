import type { Tx } from '../src/engine/db/database.ts'
import type { Engine } from '../src/engine/runner.ts'
import { KINDS } from '../src/features/activities/contract.ts'
import { addDays, daysBetween } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { inventedSha256 } from './generate.ts'
import type { Random } from './random.ts'

type Wanted = { programmeId: string; planId: string; parties: string[]; days: { from: string; to: string }; count: number }

const ROWS_AT_ONCE = 500
const KIND_NAMES = ['communication', 'training', 'supervision', 'visit', 'information', 'meeting'] as const

/** Writes activities spread over the days, every tenth under two items, every second with a file as evidence. */
export async function insertActivities(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  const items = await engine.database.read('system', db =>
    db.selectFrom('plan_item').select('id').where('plan_id', '=', wanted.planId).orderBy('position').execute(),
  )
  for (let from = 0; from < wanted.count; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, wanted.count - from)
    const rows = Array.from({ length }, (_, at) => activityRow(random, wanted, from + at))
    const links = rows.flatMap((row, at) => {
      const chosen = new Set([random.pick(items).id, ...(at % 10 === 0 ? [random.pick(items).id] : [])])
      return [...chosen].map(item_id => ({ activity_id: row.id, item_id, programme_id: wanted.programmeId }))
    })
    await engine.database.write('system', async tx => {
      await tx.insertInto('activity').values(rows).execute()
      await tx.insertInto('activity_item').values(links).execute()
      await insertEvidence(
        tx,
        wanted,
        rows.filter((_, at) => at % 2 === 0).map(row => row.id),
      )
    })
  }
}

function activityRow(random: Random, { programmeId, parties, days }: Wanted, at: number) {
  const kind = random.pick(KIND_NAMES)
  const day = addDays(days.from, random.below(daysBetween(days.from, days.to) + 1))
  return {
    id: newId(),
    programme_id: programmeId,
    owner_body: random.pick(parties),
    kind,
    title: `${KINDS[kind].name} lần ${at + 1} tại cụm xã vùng cao`,
    held_on: day,
    place: `Xã Đăk Mây, thôn ${1 + random.below(40)}`,
    count: 1 + random.below(3),
    count_unit: KINDS[kind].count,
    reach: 20 + random.below(200),
    reach_unit: KINDS[kind].reach,
    money: random.below(3) === 0 ? 1_000_000 * random.below(30) : null,
    created_at: new Date(),
  }
}

async function insertEvidence(tx: Tx, { programmeId, parties }: Wanted, activityIds: readonly string[]): Promise<void> {
  const files = activityIds.map(subject_id => ({
    id: newId(),
    sha256: inventedSha256(subject_id),
    size: 1,
    name: 'bien-ban.pdf',
    media_type: 'application/pdf',
    owner_body: parties[0]!,
    visibility: 'joint',
    programme_id: programmeId,
    subject_kind: 'activity',
    subject_id,
    created_at: new Date(),
  }))
  await tx
    .insertInto('blob')
    .values(files.map(({ sha256, size }) => ({ sha256, size })))
    .execute()
  await tx.insertInto('file').values(files).execute()
}
