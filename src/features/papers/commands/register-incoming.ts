import { command } from '../../../engine/command.ts'
import type { Tx } from '../../../engine/db/database.ts'
import { sniffPicture } from '../../../formats/photo/kinds.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { incomingInput } from '../dispatch/contract.ts'
import { enterIncoming } from '../dispatch/enter.ts'
import { whyNotArrived } from '../dispatch/rules.ts'
import { bytesOf } from '../keep-copy.ts'
import { lookAt } from '../pdf-pool.ts'
import { CLERK } from '../rules.ts'
import { handedIn } from '../set-paper.ts'

/** A paper that came from outside, on paper or as a file, is entered in the register of what comes in. */
export const registerIncoming = command({
  name: 'papers.register-incoming',
  permission: CLERK,
  input: incomingInput,
  prepare: async ({ read, files }, { fileId }) => {
    if (!fileId) return { sha256: null }
    const sha256 = await read(db => handedIn(db, fileId))
    const bytes = await bytesOf(files, sha256)
    // A photo of a page is looked at by who reads its letters.
    if (sniffPicture(bytes) === null) await lookAt(bytes, true)
    return { sha256 }
  },
  run: async ({ tx, acting, now, today }, { incomingId, arrivedOn, fileId, read, ...said }, { sha256 }) => {
    refuseIf(whyNotArrived(arrivedOn, said.dated, today))
    const actor = personOf(acting)
    if (fileId) await takeFile(tx, { fileId, incomingId, bodyId: actor.bodyId })
    const file = { file_id: fileId ?? null, sha256 }
    const number = await enterIncoming(tx, actor, now, { id: incomingId, arrived_on: arrivedOn, ...said, ...file })
    return { result: { incomingId, number }, audit: { kind: 'incoming', id: incomingId, detail: { number, ...read } } }
  },
})

/** The file belongs to the line of the register from now on, and to nothing else. */
async function takeFile(tx: Tx, { fileId, incomingId, bodyId }: { fileId: string; incomingId: string; bodyId: string }) {
  const taken = await tx
    .updateTable('file')
    .set({ subject_kind: 'incoming', subject_id: incomingId })
    .where('id', '=', fileId)
    .where('owner_body', '=', bodyId)
    .where('subject_kind', 'is', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('not-found', { what: 'file' })
}
