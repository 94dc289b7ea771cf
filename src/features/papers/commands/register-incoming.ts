import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
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
    await lookAt(await bytesOf(files, sha256), true)
    return { sha256 }
  },
  run: async ({ tx, acting, now, today }, { incomingId, arrivedOn, fileId, ...said }, { sha256 }) => {
    refuseIf(whyNotArrived(arrivedOn, said.dated, today))
    const actor = personOf(acting)
    const file = { file_id: fileId ?? null, sha256 }
    const number = await enterIncoming(tx, actor, now, { id: incomingId, arrived_on: arrivedOn, ...said, ...file })
    return { result: { incomingId, number }, audit: { kind: 'incoming', id: incomingId, detail: { number } } }
  },
})
