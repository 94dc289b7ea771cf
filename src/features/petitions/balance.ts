import type { IsoDate } from '../../kernel/dates.ts'
import type { PetitionState } from './contract.ts'

/** What the figures of a period need to know of one petition. */
export type Counted = { receivedOn: IsoDate; closedOn: IsoDate | null; state: PetitionState }

/** Carried over + received = settled + returned + routed out + open. */
export type Balance = { carried: number; received: number; settled: number; returned: number; routed: number; open: number }
export const BALANCE_PARTS = ['carried', 'received', 'settled', 'returned', 'routed', 'open'] as const
export type BalancePart = (typeof BALANCE_PARTS)[number]

const ENDS: Partial<Record<PetitionState, BalancePart>> = { settled: 'settled', returned: 'returned', 'routed-out': 'routed' }

/** Which parts of a period's balance a petition counts in: how it came into the period, and how it left; none where it touches neither. */
export function partsOf({ receivedOn, closedOn, state }: Counted, from: IsoDate, to: IsoDate): BalancePart[] {
  if (receivedOn > to || (closedOn !== null && closedOn < from)) return []
  const came: BalancePart = receivedOn < from ? 'carried' : 'received'
  return [came, closedOn === null || closedOn > to ? 'open' : ENDS[state]!]
}

/** The balance of a period, both days within it. */
export function balanceOf(petitions: readonly Counted[], from: IsoDate, to: IsoDate): Balance {
  const balance: Balance = { carried: 0, received: 0, settled: 0, returned: 0, routed: 0, open: 0 }
  for (const one of petitions) for (const part of partsOf(one, from, to)) balance[part] += 1
  return balance
}
