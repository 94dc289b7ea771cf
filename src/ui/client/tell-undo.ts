import { refresh } from './hooks.ts'
import { tell } from './notice.ts'
import { sendCommand } from './send.ts'

/** Says what was done; for ten seconds the command that undoes it stands beside. */
export const tellUndo = (sentence: string, command: string, input: object, concerns: readonly string[] = []): void =>
  tell(sentence, async () => {
    await sendCommand(command, input)
    await refresh([`${command.split('.')[0]}.`, ...concerns, 'insight.'])
  })
