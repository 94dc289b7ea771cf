import type { Insertable } from 'kysely'
import type { Tx } from '../src/engine/db/database.ts'
import type { DB } from '../src/engine/db/schema.generated.ts'
import type { Engine } from '../src/engine/runner.ts'
import { type BreakdownRow, DIMENSIONS, toldBreakdown } from '../src/features/activities/breakdown.ts'
import { type ActivityKind, KINDS, type KindField } from '../src/features/activities/kinds.ts'
import { awaitsAnswer, dueOf } from '../src/features/activities/waiting.ts'
import { addDays, daysBetween, type IsoDate } from '../src/kernel/dates.ts'
import { newId } from '../src/kernel/ids.ts'
import { inventedSha256 } from './generate.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import type { Random } from './random.ts'

/** An item of a plan with the kinds of work that its clause asks for. */
export type Item = { id: string; kinds: readonly ActivityKind[] }
type Wanted = {
  programmeId: string
  parties: readonly string[]
  by: string
  days: { from: IsoDate; to: IsoDate }
  count: number
  /** The items that work of a day may carry out. */
  itemsOn: (day: IsoDate) => readonly Item[]
  /** Communes and villages; none where the work lies in words alone. */
  places: readonly string[]
  /** Every so many has a file as evidence. */
  evidenceEvery: number
}
type ActivityRow = Insertable<DB['activity']> & { id: string; owner_body: string; held_on: IsoDate; reach: number | null }

const ROWS_AT_ONCE = 5000
const TITLES_PLACE = ['cụm xã vùng cao', 'các thôn biên giới', 'trung tâm xã', 'xã đặc biệt khó khăn']

/**
 * Writes activities of every kind spread over the days, every tenth under two items. Some are taken out again, some held back by an
 * entry that never ended, some merged into the record that another side made of the same event.
 */
export async function insertActivities(engine: Engine, random: Random, wanted: Wanted): Promise<void> {
  for (let from = 0; from < wanted.count; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, wanted.count - from)
    const made = Array.from({ length }, (_, at) => activityOf(random, wanted, from + at))
    const rows = made.map(one => one.row)
    const links = made.flatMap(({ row, items }) =>
      items.map(item_id => ({ activity_id: row.id, item_id, programme_id: wanted.programmeId })),
    )
    const merges = mergedPairs(wanted, rows)
    const splits = rows.map(row => ({ row, split: splitOf(random, row) }))
    for (const { row, split } of splits) row.split_kept_back = toldBreakdown(split, row.reach).few
    await writeAsOwner(engine, async tx => {
      await insertRows(tx, 'activity', rows)
      await insertRows(tx, 'activity_merge', merges)
      await insertRows(tx, 'activity_item', links)
      await insertRows(
        tx,
        'activity_place',
        rows.flatMap(row => placesOf(random, wanted, row)),
      )
      await insertRows(
        tx,
        'activity_breakdown',
        splits.flatMap(({ row, split }) => split.map(one => ({ ...of(row), ...one }))),
      )
      await insertRows(
        tx,
        'told_split',
        splits.flatMap(({ row, split }) => toldBreakdown(split, row.reach).breakdown.map(one => ({ ...of(row), ...one }))),
      )
      const shown = rows.filter((_, at) => at % wanted.evidenceEvery === 0)
      await insertEvidence(
        tx,
        wanted,
        shown.map(row => row.id),
      )
    })
  }
}

function activityOf(random: Random, wanted: Wanted, at: number): { row: ActivityRow; items: string[] } {
  const { from, to } = wanted.days
  const day = addDays(from, random.below(daysBetween(from, to) + 1))
  const items = wanted.itemsOn(day)
  const item = random.pick(items)
  const second = at % 10 === 0 ? [random.pick(items).id] : []
  return { row: activityRow(random, wanted, at, day, random.pick(item.kinds)), items: [...new Set([item.id, ...second])] }
}

function activityRow(
  random: Random,
  { programmeId, parties, by, places }: Wanted,
  at: number,
  day: IsoDate,
  kind: ActivityKind,
): ActivityRow {
  const { name, count, reach } = KINDS[kind]
  const counted = count !== null && random.below(20) > 0
  const [removed, held] = [random.below(100) === 0, random.below(500) === 0]
  const details = detailsOf(random, kind, day, places.length > 0)
  const fields: readonly KindField[] = KINDS[kind].fields
  return {
    id: newId(),
    programme_id: programmeId,
    owner_body: random.pick(parties),
    kind,
    title: `${name} lần ${at + 1} tại ${random.pick(TITLES_PLACE)}`,
    held_on: day,
    place: `Xã Đăk Mây, thôn ${1 + random.below(40)}`,
    count: counted ? 1 + random.below(3) : null,
    count_unit: counted ? count : null,
    reach: reach === null ? null : 20 + random.below(200),
    reach_unit: reach,
    money: random.below(3) === 0 ? 1_000_000 * random.below(30) : null,
    details,
    due_on: dueOf(fields, details),
    awaits_answer: awaitsAnswer(fields, details),
    split_kept_back: false,
    created_by: by,
    created_at: new Date(`${day}T03:00:00Z`),
    removed_at: removed || held ? new Date(`${day}T04:00:00Z`) : null,
    import_id: held ? newId() : null,
  }
}

function detailsOf(random: Random, kind: ActivityKind, day: IsoDate, wanted: boolean) {
  const fields: readonly KindField[] = wanted ? KINDS[kind].fields : []
  return Object.fromEntries(fields.map(field => [field.key, valueOf(random, field, day)]))
}

function valueOf(random: Random, { type, choices = {} }: KindField, day: IsoDate) {
  const amount = random.below(60)
  if (type === 'pair') return { first: amount, second: random.below(4) === 0 ? null : random.below(amount + 1) }
  if (type === 'document') return { number: `${1 + amount}/BC-MTTQ`, date: day }
  if (type === 'choice') return random.pick(Object.keys(choices))
  if (type === 'money') return amount * 100_000
  if (type === 'count') return amount
  if (type === 'date') return day
  return type === 'agency' ? 'Sở Tư pháp' : 'Nội dung theo kế hoạch năm'
}

/** Of two neighbours of different sides now and then the second stands for the first too, or is proposed to. */
function mergedPairs({ programmeId, by }: Wanted, rows: readonly ActivityRow[]): Insertable<DB['activity_merge']>[] {
  return rows.flatMap((row, at) => {
    const kept = rows[at + 1]
    if (at % 40 !== 0 || !kept || kept.owner_body === row.owner_body || kept.removed_at || row.removed_at) return []
    row.held_on = kept.held_on
    const proposed = { created_by: by, created_at: kept.created_at }
    const open = at % 400 === 0
    if (!open) row.removed_at = kept.created_at
    const answer = open ? null : kept.created_at
    const said = { ...proposed, state: open ? 'proposed' : 'agreed', answered_by: answer && by, answered_at: answer }
    const pair = { kept_id: kept.id, kept_body: kept.owner_body, merged_id: row.id, merged_body: row.owner_body }
    return [{ id: newId(), programme_id: programmeId, ...pair, ...said }]
  })
}

function placesOf(random: Random, { places, programmeId }: Wanted, row: ActivityRow) {
  if (places.length === 0) return []
  const chosen = new Set([random.pick(places), ...(random.below(4) === 0 ? [random.pick(places)] : [])])
  return [...chosen].map(place_id => ({ activity_id: row.id, place_id, programme_id: programmeId }))
}

const of = ({ id, programme_id }: ActivityRow) => ({ activity_id: id, programme_id })

/** Every third that reached anybody is split by sex, every sixth by people too. */
function splitOf(random: Random, { reach }: ActivityRow): BreakdownRow[] {
  if (!reach || random.below(3) > 0) return []
  const women = random.below(reach + 1)
  const [men, rest] = [reach - women, random.below(2) === 0]
  const bySex: BreakdownRow[] = [
    { dimension: 'sex', label: 'Nam', count: men },
    { dimension: 'sex', label: 'Nữ', count: women },
  ]
  return rest ? bySex : [...bySex, { dimension: 'people', label: random.pick(DIMENSIONS.people), count: women }]
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
  await insertRows(
    tx,
    'blob',
    files.map(({ sha256, size }) => ({ sha256, size })),
  )
  await insertRows(tx, 'file', files)
}
