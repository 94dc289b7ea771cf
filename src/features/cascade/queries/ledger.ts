import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { templateInput } from '../sending/contract.ts'
import { loadLedger } from '../sending/load-ledger.ts'
import { DECIDE, WRITE, whyNotUnlock } from '../sending/rules.ts'

/** What has become of a template in every commune, clause by clause; and its figures, added up from what each has reported. */
export const ledger = query({
  name: 'cascade.ledger',
  permission: { roles: anyRole, reach: 'own' },
  input: templateInput,
  run: async ({ db, acting, today }, { templateId }) => {
    const loaded = await loadLedger(db, templateId, today)
    // A commune has its own copy, and not the table of all.
    if (typeof acting === 'string' || loaded.template.bodyId !== acting.bodyId)
      throw new Refusal('not-found', { what: 'template' })
    const can = { write: whyNotPermitted(WRITE, acting) === null, decide: whyNotPermitted(DECIDE, acting) === null }
    const asks = loaded.asks.map(ask => ({ ...ask, can: { unlock: whyNotUnlock(ask, loaded.asks) } }))
    return { ...loaded, asks, today, can }
  },
})
