import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { needsSecondFactor } from './rules.ts'

const vietnamese = (column: string) => sql`${sql.ref(column)} COLLATE "vi-x-icu"`

/** Every body of the site with its units, in Vietnamese order. */
export const bodies = query({
  name: 'agencies.bodies',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting }) => {
    const rows = await db
      .selectFrom('body')
      .selectAll()
      .select(sql<boolean>`body_has_accounts(id)`.as('has_accounts'))
      .orderBy(vietnamese('name'))
      .execute()
    const units = await db.selectFrom('unit').selectAll().orderBy(vietnamese('name')).execute()
    const administrator = typeof acting !== 'string' && acting.roles.includes('administrator')
    return {
      bodies: rows.map(row => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        symbol: row.symbol,
        kind: row.kind,
        place: row.place,
        hasAccounts: row.has_accounts,
        units: units.filter(unit => unit.body_id === row.id).map(({ id, name }) => ({ id, name })),
      })),
      can: { createBody: administrator },
    }
  },
})

/** The accounts of the administrator's own body. */
export const accounts = query({
  name: 'agencies.accounts',
  permission: { roles: ['administrator'], reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db }) => {
    const rows = await db
      .selectFrom('account')
      .leftJoin('unit', 'unit.id', 'account.unit_id')
      .select(['account.id', 'username', 'display_name', 'post', 'roles', 'disabled_at', 'totp_secret', 'unit.name as unit'])
      .orderBy(vietnamese('display_name'))
      .execute()
    return {
      accounts: rows.map(row => ({
        id: row.id,
        username: row.username,
        displayName: row.display_name,
        post: row.post,
        roles: row.roles,
        unit: row.unit,
        disabled: row.disabled_at !== null,
        secondFactor: row.totp_secret ? 'set' : needsSecondFactor(row.roles) ? 'at-next-sign-in' : 'not-needed',
      })),
    }
  },
})

export const mySessions = query({
  name: 'agencies.my-sessions',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, now, acting }) => {
    const current = typeof acting === 'string' ? undefined : acting.sessionId
    const rows = await db
      .selectFrom('session')
      .select(['id', 'device', 'created_at', 'seen_at'])
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('seen_at', 'desc')
      .execute()
    return {
      sessions: rows.map(row => ({
        id: row.id,
        device: row.device,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        current: row.id === current,
      })),
    }
  },
})
