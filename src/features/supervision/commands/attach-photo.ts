import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { photoInput } from '../contract.ts'
import { hangPhoto } from '../photos.ts'
import { WORK, whyNotFinding } from '../rules.ts'
import { getFinding } from '../store.ts'

/** Puts a picture of what was seen under its finding. */
export const attachPhoto = command({
  name: 'supervision.attach-photo',
  permission: WORK,
  input: photoInput,
  run: async ({ tx, acting }, { findingId, fileId }) => {
    const { supervision } = await getFinding(tx, findingId)
    refuseIf(whyNotFinding(acting, supervision))
    await hangPhoto(tx, supervision, findingId, fileId)
    const detail = { finding: findingId, photo: fileId }
    return {
      result: { findingId, fileId },
      audit: { kind: 'supervision', id: supervision.id, programme: supervision.programmeId, detail },
    }
  },
})
