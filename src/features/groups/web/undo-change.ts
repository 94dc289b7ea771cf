import { refresh } from '../../../ui/client/hooks.ts'
import { sendCommand } from '../../../ui/client/send.ts'

/** Writes what stood before a change again, within ten seconds; `version` is the one that the change began with. */
export const undoOf = (command: string, before: Record<string, unknown>, version: number) => async () => {
  await sendCommand(command, { ...before, version: version + 1 })
  await refresh(['groups', 'insight.'])
}
