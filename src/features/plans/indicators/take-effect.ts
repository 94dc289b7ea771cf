import type { CommandContext } from '../../../engine/command.ts'
import { changeRow } from '../../../engine/db/change-row.ts'
import type { Indicator } from './contract.ts'
import { agreedIndicators } from './store.ts'

/** Every party has agreed: it takes the place of what was agreed before. */
export async function takeEffect({ tx, now }: CommandContext, indicator: Indicator): Promise<void> {
  const before = (await agreedIndicators(tx, indicator.programmeId)).get(indicator.commitmentId)
  if (before) await changeRow(tx, 'working_indicator', before, { state: 'replaced', closed_at: now })
  await changeRow(tx, 'working_indicator', indicator, { state: 'agreed', agreed_at: now })
}
