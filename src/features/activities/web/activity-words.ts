import { printDate } from '../../../kernel/dates.ts'
import { type Pair, pairParts } from '../../../ui/components/count-pair.tsx'
import { t } from '../../../ui/messages/index.ts'
import { type ActivityKind, KINDS } from '../contract.ts'

type Measured = { value: number; unit: string } | null

export const kindName = (kind: string): string => (kind in KINDS ? KINDS[kind as ActivityKind].name : kind)

/** ["2 lớp", "117 lượt học viên"] */
export const amountsOf = ({ count, reach }: { count: Measured; reach: Measured }): string[] =>
  pairParts({
    count: count?.value ?? null,
    countUnit: count?.unit ?? '',
    reach: reach?.value ?? null,
    reachUnit: reach?.unit ?? '',
  } satisfies Pair)

/** "2 lớp · 117 lượt học viên" */
export const amountsText = (measured: { count: Measured; reach: Measured }): string => amountsOf(measured).join(' · ')

export const heldText = ({ heldOn, heldTo }: { heldOn: string; heldTo: string | null }): string =>
  heldTo ? t('activities.from-to', { from: heldOn, to: heldTo }) : printDate(heldOn)
