import type { CommandContext } from '../../../engine/command.ts'
import type { Indicator } from './contract.ts'
import { agreedIndicators, updateIndicator } from './store.ts'

/** Every party has agreed: it takes the place of what was agreed before. */
export async function takeEffect({ tx, now }: CommandContext, indicator: Indicator): Promise<void> {
  const before = (await agreedIndicators(tx, indicator.programmeId)).get(indicator.commitmentId)
  if (before) await updateIndicator(tx, before, { state: 'replaced', closed_at: now })
  await updateIndicator(tx, indicator, { state: 'agreed', agreed_at: now })
}
