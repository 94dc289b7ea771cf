import { commands } from '../../src/app/registry.ts'

/** Every command that people send. */
export const openCommands = [...commands.values()].filter(command => command.permission !== 'system').map(command => command.name)

/** Each share of the commands is a test file of its own, so that they run side by side. */
export const SHARES = [1, 2, 3, 4] as const
export type Share = (typeof SHARES)[number]

export const commandsOf = (share: Share): string[] => openCommands.filter((_, at) => at % SHARES.length === share - 1)
