import { sql } from 'kysely'
import { z } from 'zod'
import { everyWord } from '../../../engine/db/by-words.ts'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { type CommendationState, STATES } from './contract.ts'
import type { FormKey } from './forms.ts'
import { KEEP, nextStep } from './rules.ts'

const MOST = 500

/** Rounds of the own body and those shown by other parties, the latest first: occasion, form, where each stands. Nobody's name. */
export const commendations = query({
  name: 'honours.commendations',
  permission: { roles: anyRole, reach: 'party' },
  input: z.strictObject({ state: z.enum(STATES).optional(), words: z.string().max(200).optional() }),
  run: async ({ db, acting, today }, { state, words }) => {
    let wanted = db
      .selectFrom('commendation')
      .innerJoin('body', 'body.id', 'commendation.body_id')
      .select([
        'commendation.id',
        'occasion',
        'form',
        'state',
        'due_on',
        'ceremony_on',
        'body.short_name',
        'body_id',
        'shared_at',
      ])
    if (state) wanted = wanted.where('state', '=', state)
    const typed = everyWord(words)
    if (typed) wanted = wanted.where(sql<boolean>`words @@ to_tsquery('simple', ${typed})`)
    const rows = await wanted.orderBy('commendation.created_at', 'desc').orderBy('commendation.id').limit(MOST).execute()
    return {
      today,
      rows: rows.map(row => ({
        id: row.id,
        occasion: row.occasion,
        form: row.form as FormKey,
        state: row.state as CommendationState,
        dueOn: row.due_on,
        ceremonyOn: row.ceremony_on,
        keeper: row.short_name,
        ours: typeof acting !== 'string' && acting.bodyId === row.body_id,
        shared: row.shared_at !== null,
        next: nextStep({ state: row.state as CommendationState, form: row.form as FormKey }),
      })),
      can: { open: whyNotPermitted(KEEP, acting) === null },
    }
  },
})
