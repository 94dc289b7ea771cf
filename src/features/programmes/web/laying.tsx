import { t } from '../../../ui/messages/index.ts'
import { ClearanceCard, type SeenClearance } from './clearance-card.tsx'

type LayingProps = {
  laid: { clearance: SeenClearance | null; submits: 'share' | 'agree' | 'send' | null }
  /** Query-name prefixes of the screen it stands on. */
  concerns: readonly string[]
  command: string
  input: Record<string, unknown>
  /** The command that clears, where the leader only lets go what another sends. */
  clear?: string | null
  bare?: boolean
}

/** What of this was laid before the own leader, whose own act (sending, agreeing) clears it. */
export const Laying = ({ laid: { clearance, submits }, concerns, command, input, clear = null, bare = false }: LayingProps) => (
  <ClearanceCard
    clearance={clearance}
    concerns={concerns}
    submit={submits && { command, input, why: t(`clearance.why-${submits}`) }}
    clear={clear}
    bare={bare}
  />
)
