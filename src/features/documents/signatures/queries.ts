import { z } from 'zod'
import { query } from '../../../engine/query.ts'
import { anyRole, whyNotPermitted } from '../../../kernel/permissions.ts'
import { KEEP } from './contract.ts'
import { listIssuers } from './issuers.ts'

/** Whom the site trusts to issue certificates of signers. */
export const issuers = query({
  name: 'documents.issuers',
  permission: { roles: anyRole, reach: 'site' },
  input: z.strictObject({}),
  run: async ({ db, acting }) => ({
    issuers: await listIssuers(db),
    can: { keep: whyNotPermitted(KEEP, acting) === null },
  }),
})
