import { useAnswer } from '../../../ui/client/hooks.ts'

export type ProgrammeName = { id: string; title: string; number: string | null }

/** The programmes of the own body, asked of the feature above by name: an authorisation can be for some of them. */
export const useProgrammes = (): readonly ProgrammeName[] =>
  useAnswer<{ programmes: ProgrammeName[] }>('programmes.list', {}).data?.programmes ?? []
