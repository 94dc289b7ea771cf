import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../engine/query.ts'
import { type Act, anyRole, type Role, whyNotPermitted } from '../../kernel/permissions.ts'
import { namesOf } from './body-store.ts'
import { olderFormOf } from './codes.ts'
import { ASSIGN } from './contract.ts'
import { postsByAccount, unitsHeadedBy } from './post-store.ts'
import { colleaguesOf, responsibilitiesOf } from './responsibilities.ts'
import { nameOn, needsSecondFactor, stateOfAuthorisation, whyNotAssign, whyNotDescribe, whyNotEndPost } from './rules.ts'
import { seatedIn } from './succession.ts'

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
  run: async ({ db, acting, today }) => {
    const rows = await db
      .selectFrom('account')
      .innerJoin('account_today', 'account_today.id', 'account.id')
      .select([
        'account.id',
        'account.username',
        'account.display_name',
        'account.disabled_at',
        'totp_sealed',
        'account_today.roles',
      ])
      .orderBy(vietnamese('account.display_name'))
      .execute()
    const posts = await postsByAccount(db)
    return {
      accounts: rows.map(row => ({
        id: row.id,
        username: row.username,
        displayName: row.display_name,
        roles: row.roles ?? [],
        posts: (posts.get(row.id) ?? []).map(({ bodyId: _body, accountId: _account, ...post }) => ({
          ...post,
          can: { end: whyNotEndPost(acting, { ...post, bodyId: _body, accountId: _account }, today, today) === null },
        })),
        disabled: row.disabled_at !== null,
        secondFactor: row.totp_sealed ? 'set' : needsSecondFactor(row.roles ?? []) ? 'at-next-sign-in' : 'not-needed',
      })),
    }
  },
})

/** The people of the own body who can be given work, with their post and unit of today; nobody sees another side's. */
export const staff = query({
  name: 'agencies.staff',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, acting }) => {
    const rows = await db
      .selectFrom('account_today')
      .leftJoin('unit', 'unit.id', 'account_today.unit_id')
      .select(['account_today.id', 'display_name', 'post', 'roles', 'unit.id as unit_id', 'unit.name as unit'])
      .where('account_today.body_id', '=', typeof acting === 'string' ? null : seatedIn(acting.bodyId))
      .where('disabled_at', 'is', null)
      .where(sql<boolean>`cardinality(roles) > 0`)
      .orderBy(vietnamese('display_name'))
      .execute()
    return {
      staff: rows.map(row => ({
        accountId: row.id!,
        displayName: row.display_name!,
        post: row.post ?? '',
        roles: (row.roles ?? []) as Role[],
        unit: row.unit_id && row.unit ? { id: row.unit_id, name: row.unit } : null,
      })),
    }
  },
})

/** Who of the own side answers for each piece of work of a kind. */
export const responsibilities = query({
  name: 'agencies.responsibilities',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({ subjectKind: z.string().max(40) }),
  run: async ({ db, acting, today }, { subjectKind }) => {
    if (typeof acting === 'string') return { responsibilities: [], can: { assign: false } }
    const colleagues = await colleaguesOf(db, acting.bodyId)
    const headed = await unitsHeadedBy(db, acting, today)
    const assigns = whyNotPermitted(ASSIGN, acting) === null
    const found = await responsibilitiesOf(db, acting.bodyId, today, subjectKind)
    return {
      responsibilities: found.map(({ subjectId, accountId, deputyId, since, over }) => {
        const holder = colleagues.get(accountId) ?? null
        return {
          subjectId,
          accountId,
          displayName: holder?.displayName ?? '',
          deputy: deputyId === null ? null : (colleagues.get(deputyId)?.displayName ?? null),
          deputyId,
          since,
          gone: over || (holder?.gone ?? true),
          can: { assign: assigns && whyNotAssign(acting, { holder, over, headed }) === null },
        }
      }),
      can: { assign: assigns },
    }
  },
})

/** The papers by which leaders of the own body let others decide, the latest first. */
export const authorisations = query({
  name: 'agencies.authorisations',
  permission: { roles: anyRole, reach: 'own' },
  input: z.strictObject({}),
  run: async ({ db, acting, today }) => {
    const rows = await db
      .selectFrom('authorisation')
      .innerJoin('account as person', 'person.id', 'authorisation.account_id')
      .innerJoin('account as leader', 'leader.id', 'authorisation.given_by')
      .leftJoin('file', 'file.id', 'authorisation.file_id')
      .selectAll('authorisation')
      .select(['person.display_name as person', 'leader.display_name as leader', 'file.name as file_name'])
      .orderBy('from_on', 'desc')
      .orderBy('authorisation.id', 'desc')
      .execute()
    const leads = typeof acting !== 'string' && acting.roles.includes('leader')
    return {
      today,
      authorisations: rows.map(row => ({
        id: row.id,
        accountId: row.account_id,
        displayName: row.person,
        givenBy: row.leader,
        inPlaceOf: row.in_place_of,
        number: row.number,
        paperDate: row.paper_date,
        file: row.file_id && { id: row.file_id, name: row.file_name ?? '' },
        scope: row.scope,
        acts: row.acts as Act[],
        programmeIds: row.programme_ids,
        from: row.from_on,
        to: row.to_on,
        revokedOn: row.revoked_on,
        state: stateOfAuthorisation({ from: row.from_on, to: row.to_on, revokedOn: row.revoked_on }, today),
        version: row.version,
      })),
      can: { authorise: leads },
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
