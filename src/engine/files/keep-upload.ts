import { z } from 'zod'
import { workers } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { command } from '../command.ts'
import { receiptFor } from './file-store.ts'

/** Enters a file that the upload door has put on disk: seen by the own body only, until a record takes it up. */
export const keepUpload = command({
  name: 'files.keep-upload',
  permission: { roles: [...workers, 'clerk'], reach: 'own' },
  input: z.strictObject({
    fileId: z.guid(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(0),
    receipt: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(255),
    mediaType: z.string().max(100),
  }),
  run: async ({ tx, acting, now }, { fileId, sha256, size, receipt, name, mediaType }) => {
    if (typeof acting === 'string') throw new Refusal('not-permitted')
    // Who names the hash of another side's file without having its bytes would be handed them.
    if (receipt !== receiptFor(sha256, size)) throw new Refusal('not-permitted')
    await tx
      .insertInto('blob')
      .values({ sha256, size })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const person = await tx.selectFrom('account_today').select('unit_id').where('id', '=', acting.accountId).executeTakeFirst()
    const by = { created_by: acting.accountId, unit_id: person?.unit_id ?? null }
    const owner = { owner_body: acting.bodyId, ...by, created_at: now }
    await tx
      .insertInto('file')
      .values({ id: fileId, sha256, size, name, media_type: mediaType, ...owner })
      .execute()
    // The result is kept with the command; a name here would outlive the file of a refused paper.
    return { result: { fileId, size }, audit: { kind: 'file', id: fileId, detail: { size } } }
  },
})
