import type { Database } from '../engine/db/database.ts'

/** One password for every demo account; they exist only where the sample province was loaded, on this machine only. */
export const DEMO_PASSWORD = 'sonha-2026-thu'

export type DemoAccount = { username: string; password: string; displayName: string; post: string; roles: string[]; body: string }

/** The demo accounts of the site that still stand; none where the site was started empty. */
export async function demoAccounts(database: Database): Promise<DemoAccount[]> {
  const rows = await database.read('system', db =>
    db
      .selectFrom('account_today')
      .innerJoin('body', 'body.id', 'account_today.body_id')
      .select(['username', 'display_name', 'post', 'roles', 'body.short_name'])
      .where('demo', '=', true)
      .where('disabled_at', 'is', null)
      .orderBy('account_today.id')
      .execute(),
  )
  return rows.map(row => ({
    username: row.username!,
    password: DEMO_PASSWORD,
    displayName: row.display_name!,
    post: row.post ?? '',
    roles: row.roles ?? [],
    body: row.short_name,
  }))
}
