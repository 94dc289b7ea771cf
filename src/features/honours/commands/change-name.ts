import { command } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import { sealName } from '../../../engine/keys/sealed-name.ts'
import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { changeNameInput } from '../contract.ts'
import { HANDLE, whyNotStanding } from '../rules.ts'
import { getRecognition } from '../store.ts'

/** Puts a name right, under a new key; the old one is cleared away. */
export const changeName = command({
  name: 'honours.change-name',
  permission: HANDLE,
  input: changeNameInput,
  secret: true,
  prepare: async ({ keys, read }, { recognitionId, name }) => {
    refuseIf(whyNotStanding(await read(db => getRecognition(db, recognitionId))))
    return sealName(keys, name, recognitionId)
  },
  run: async ({ tx }, { recognitionId, version }, { sealed, keyId }) => {
    refuseIf(whyNotStanding(await getRecognition(tx, recognitionId)))
    const { version: after } = await changeRow(tx, 'recognition', { id: recognitionId, version }, {})
    const kept = await tx
      .updateTable('recognition_name')
      .set({ sealed, sealed_key: keyId })
      .where('recognition_id', '=', recognitionId)
      .returning('recognition_id')
      .executeTakeFirst()
    if (!kept) throw new Refusal('honours.forgotten')
    return {
      result: { recognitionId, version: after },
      audit: { kind: 'recognition', id: recognitionId, detail: { name: 'put-right' } },
    }
  },
})
