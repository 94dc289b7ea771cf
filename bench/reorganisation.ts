import { sql } from 'kysely'
import { openSite } from '../src/app/site.ts'
import { type Engine, runCommand } from '../src/engine/runner.ts'
import { newId } from '../src/kernel/ids.ts'
import { insertRows, writeAsOwner } from './insert-rows.ts'
import { type Row, sizeRow, timed, timeRow } from './table.ts'

/** As the country stood: 63 provinces, 696 districts and 10,035 communes became 34 provinces with 3,321 units, by 10,571 rows. */
const OLD = { provinces: 63, districts: 696, communes: 10_035 }
const NEW = { provinces: 34, communes: 3_321 }
const MAPPED = 10_571
const VILLAGES_EACH = 2
const DAY = '2025-07-01'
const decision = { number: '202/2025/QH15', date: '2025-06-12', issuer: 'Quốc hội' }

type Unit = { id: string; kind: string; name: string; parent_id: string | null; valid_from: string | null }
type Country = { units: Unit[]; rows: { placeId: string; successorId: string }[] }

/** The end of the district level and the merger of provinces, for the whole country in one table, and that nothing is left nowhere. */
export async function reorganisationRows(dataDir: string): Promise<Row[]> {
  const site = await openSite({ dataDir, databaseUrl: null })
  try {
    const { units, rows } = country()
    await writeAsOwner(site.engine, tx => insertRows(tx, 'place', units as never))
    const input = { loadId: newId(), decision, effectiveOn: DAY, rows }
    const spent = await timed(() => runCommand(site.engine, 'system', { commandId: newId(), name: 'agencies.map-places', input }))
    const lost = await nowhere(site.engine)
    if (lost > 0) throw new Error(`${lost} places lie in a unit that is no more`)
    return [
      timeRow(`63 → 34 provinces, end of districts, ${rows.length} rows, ${units.length} places`, [spent], {
        by: 'p95',
        ms: 60_000,
      }),
      sizeRow('  memory', process.memoryUsage().rss / 1024 ** 2, 'MB', 600),
    ]
  } finally {
    await site.stop()
  }
}

/** Places that go on under one that ended. */
async function nowhere(engine: Engine): Promise<number> {
  const { rows } = await engine.database.read('system', db =>
    sql<{ lost: number }>`SELECT count(*) AS lost FROM place p JOIN place q ON q.home = p.home AND q.id = p.parent_id
      WHERE p.valid_to IS NULL AND q.valid_to IS NOT NULL`.execute(db),
  )
  return rows[0]!.lost
}

function country(): Country {
  const unit = (kind: string, name: string, parent: Unit | null, valid_from: string | null = null): Unit => ({
    id: newId(),
    kind,
    name,
    parent_id: parent?.id ?? null,
    valid_from,
  })
  const many = (count: number, make: (at: number) => Unit) => Array.from({ length: count }, (_, at) => make(at))
  const old = many(OLD.provinces, at => unit('province', `tỉnh cũ ${at}`, null))
  const districts = many(OLD.districts, at => unit('district', `huyện ${at}`, old[at % old.length]!))
  const communes = many(OLD.communes, at => unit('commune', `xã cũ ${at}`, districts[at % districts.length]!))
  const next = many(NEW.provinces, at => unit('province', `tỉnh ${at}`, null, DAY))
  const fresh = many(NEW.communes, at => unit('commune', `xã ${at}`, next[at % next.length]!, DAY))
  const villages = communes.flatMap(commune => many(VILLAGES_EACH, at => unit('village', `thôn ${at + 1}`, commune)))
  const pair = (place: Unit, successor: Unit) => ({ placeId: place.id, successorId: successor.id })
  const rows = communes.map((commune, at) => pair(commune, fresh[at % fresh.length]!))
  // Split ones: a second successor, and a row for each of their villages.
  const split = communes.slice(0, MAPPED - OLD.communes)
  rows.push(...split.map((commune, at) => pair(commune, fresh[(at + 1) % fresh.length]!)))
  for (const [at, village] of villages.slice(0, split.length * VILLAGES_EACH).entries())
    rows.push(pair(village, fresh[(Math.floor(at / VILLAGES_EACH) + (at % 2)) % fresh.length]!))
  rows.push(...old.map((province, at) => pair(province, next[at % next.length]!)))
  rows.push(...districts.map((district, at) => pair(district, next[at % next.length]!)))
  return { units: [...old, ...districts, ...communes, ...next, ...fresh, ...villages], rows }
}
