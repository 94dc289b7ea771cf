import type pg from 'pg'
import { connect } from './guard.ts'

const VIETNAMESE = 'vi-x-icu'

/**
 * Another ICU than the one that built the indexes (a new operating system, other programs of the same major) may order Vietnamese
 * otherwise; an index in the old order then misses rows. Rebuilds the indexes in that case and says so.
 */
export async function rebuildAfterNewIcu(config: pg.ClientConfig): Promise<string[]> {
  const client = await connect(config)
  try {
    const { rowCount } = await client.query(
      'SELECT FROM pg_collation WHERE collname = $1 AND collversion IS DISTINCT FROM pg_collation_actual_version(oid)',
      [VIETNAMESE],
    )
    if (!rowCount) return []
    await client.query(`REINDEX DATABASE ${client.escapeIdentifier(String(config.database))}`)
    await client.query(`ALTER COLLATION "${VIETNAMESE}" REFRESH VERSION`)
    return ['Thư viện sắp xếp tiếng Việt (ICU) đã đổi phiên bản; các chỉ mục đã được dựng lại.']
  } finally {
    await client.end()
  }
}
