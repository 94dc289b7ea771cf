import type { DeadlineSource, HoldingSource } from '../../../engine/feature.ts'
import { unitsServedBy } from '../../agencies/index.ts'
import { reviewName } from '../compiling/compile.ts'
import { calmTitle } from '../compiling/titles.ts'
import { type OwnPart, ownParts } from './store.ts'

const titleOf = (part: OwnPart): string => `Viết phần “${part.title}”`
const addressOf = ({ id }: OwnPart): string => `/bao-cao/phan/${id}`

/** Parts that a unit is to write: for its people, for whoever stands above the units, and for who asked. */
export const partDeadlines: DeadlineSource = {
  kind: 'review-part',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const open = await ownParts(db, acting.bodyId)
    if (open.length === 0) return []
    const served = await unitsServedBy(db, acting.accountId)
    return open
      .filter(one => served.length === 0 || served.includes(one.unitId) || one.askedBy === acting.accountId)
      .map(one => ({
        kind: 'review-part',
        id: one.id,
        programmeId: one.programmeId,
        title: titleOf(one),
        context: `${one.unit} · ${calmTitle(one.programmeTitle)}`,
        address: addressOf(one),
        dueOn: one.dueOn,
        waits: 'us' as const,
        role: 'lead' as const,
        step: 'write-part',
      }))
  },
}

/** The same parts, with whoever asked for them until somebody of the unit is named. */
export const partHoldings: HoldingSource = {
  kind: 'review-part',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    return (await ownParts(db, acting.bodyId)).map(one => ({
      kind: 'review-part',
      id: one.id,
      title: titleOf(one),
      context: `Báo cáo ${reviewName(one.period)}, ${one.unit}`,
      address: addressOf(one),
      dueOn: one.dueOn,
      accountId: one.askedBy,
    }))
  },
}
