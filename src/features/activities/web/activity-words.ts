import { printDate } from '../../../kernel/dates.ts'
import { type Pair, pairParts } from '../../../ui/components/count-pair.tsx'
import { t } from '../../../ui/messages/index.ts'
import { nameOfKind, READY } from '../kind-book.ts'

type Measured = { value: number; unit: string } | null

/** Of a ready kind; a programme's own bears its name where it is told. */
export const readyName = (kind: string): string => nameOfKind(READY, kind)

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
