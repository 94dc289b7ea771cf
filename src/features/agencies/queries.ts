import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { namesOf } from './body-store.ts'
import { olderFormOf } from './codes.ts'
import { nameOn, needsSecondFactor, whyNotDescribe } from './rules.ts'

const vietnamese = (column: string) => sql`${sql.ref(column)} COLLATE "vi-x-icu"`

/** Every body of the site with its units, in Vietnamese order. */
export const bodies = query({
  name: 'agencies.bodies',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const rows = await db
      .selectFrom('body')
      .selectAll()
      .select(sql<boolean>`body_has_accounts(id)`.as('has_accounts'))
      .orderBy(vietnamese('name'))
      .execute()
    const units = await db.selectFrom('unit').selectAll().orderBy(vietnamese('name')).execute()
    const names = await namesOf(db)
    const administrator = typeof acting !== 'string' && acting.roles.includes('administrator')
    return {
      today,
      bodies: rows.map(row => ({
        id: row.id,
        name: row.name,
        shortName: row.short_name,
        symbol: row.symbol,
        kind: row.kind,
        place: row.place,
        superior: row.superior,
        level: row.level,
        parentBody: row.parent_body,
        email: row.email,
        address: row.address,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        version: row.version,
        hasAccounts: row.has_accounts,
        code: nameOn(names.get(row.id) ?? [], today)?.code ?? null,
        names: (names.get(row.id) ?? []).map(({ bodyId: _body, createdAt: _at, ...name }) => ({
          ...name,
          olderCode: name.code && olderFormOf(name.code),
        })),
        units: units
          .filter(unit => unit.body_id === row.id)
          .map(({ id, name, parent_unit, ended_on, version }) => ({
            id,
            name,
            parentUnit: parent_unit,
            endedOn: ended_on,
            version,
          })),
        can: { describe: whyNotDescribe(acting, { id: row.id, hasAccounts: row.has_accounts }) === null },
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
