import { openSite } from '../../src/app/site.ts'
import { type Engine, runCommand } from '../../src/engine/runner.ts'
import { newId } from '../../src/kernel/ids.ts'
import { fingerprint, lastAudited } from '../../test/access/fingerprint.ts'
import { TODAY_TABLES } from '../../test/access/today-tables.ts'
import { insertRows, writeAsOwner } from '../insert-rows.ts'
import { noneRow, type Row, sizeRow, timed, timeRow } from '../table.ts'
import { layBodies, reorganiseBodies } from './bodies.ts'
import { type Country, country, DAY } from './country.ts'
import { heldFigures, orphans } from './proof.ts'

/**
 * The end of the district level and the merger of provinces for the whole country, its units in one table and its bodies event by event:
 * the time it takes, that no row of the past is changed, that nothing is left to nobody, and that sums are those of their parts.
 */
export async function reorganisationRows(dataDir: string): Promise<Row[]> {
  const site = await openSite({ dataDir, databaseUrl: null })
  const { engine } = site
  try {
    const land = country()
    await writeAsOwner(engine, tx => insertRows(tx, 'place', land.units as never))
    const bodies = await layBodies(engine, land)
    const audited = await lastAudited(site.postgres.config)
    const past = await fingerprint(site.postgres.config, TODAY_TABLES, audited)
    const units = await timed(() => mapUnits(engine, land))
    const memory = process.memoryUsage().rss / 1024 ** 2
    const events = await timed(() => reorganiseBodies(engine, bodies))
    const changed = await changedTables(past, () => fingerprint(site.postgres.config, TODAY_TABLES, audited))
    const { held, differ } = await heldFigures(engine, land, bodies)
    const ended = bodies.endings.flat().length
    return [
      timeRow(`63 → 34 provinces, end of districts, ${land.rows.length} rows, ${land.units.length} places`, [units], ONE_MINUTE),
      sizeRow('  memory', memory, 'MB', 600),
      timeRow(`  ${ended} bodies go to ${bodies.heirs.length} in ${bodies.endings.length} events`, [events], ONE_MINUTE),
      noneRow(`  tables of ${Object.keys(past).length} in which a row of the past is changed`, changed.length),
      noneRow('  places and bodies left to nobody', await orphans(engine)),
      noneRow(`  ${held} figures that are not the sum of their parts`, differ),
    ]
  } finally {
    await site.stop()
  }
}

const ONE_MINUTE = { by: 'p95', ms: 60_000 } as const
const decision = { number: '202/2025/QH15', date: '2025-06-12', issuer: 'Quốc hội' }

const mapUnits = (engine: Engine, { rows }: Country) =>
  runCommand(engine, 'system', {
    commandId: newId(),
    name: 'agencies.map-places',
    input: { loadId: newId(), decision, effectiveOn: DAY, rows },
  })

async function changedTables(past: Record<string, string>, now: () => Promise<Record<string, string>>): Promise<string[]> {
  const found = await now()
  return Object.keys(past).filter(name => past[name] !== found[name])
}
