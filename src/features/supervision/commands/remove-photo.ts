import { command } from '../../../engine/command.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { photoInput } from '../contract.ts'
import { takeDownPhoto } from '../photos.ts'
import { WORK, whyNotFinding } from '../rules.ts'
import { getFinding } from '../store.ts'

/** Takes a picture away from a finding. */
export const removePhoto = command({
  name: 'supervision.remove-photo',
  permission: WORK,
  input: photoInput,
  run: async ({ tx, acting, now }, { findingId, fileId }) => {
    const { supervision } = await getFinding(tx, findingId)
    refuseIf(whyNotFinding(acting, supervision))
    await takeDownPhoto(tx, findingId, fileId, now)
    const detail = { finding: findingId, photoRemoved: fileId }
    return {
      result: { findingId, fileId },
      audit: { kind: 'supervision', id: supervision.id, programme: supervision.programmeId, detail },
    }
  },
})
