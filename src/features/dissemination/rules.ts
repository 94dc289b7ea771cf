import { addDays, type IsoDate } from '../../kernel/dates.ts'
import { type Acting, anyRole, type Permission, type Role, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'

/** Officers and leaders say what their own staff are to read. */
export const SEND: Permission = { roles: workers, reach: 'own' }
/** Everybody confirms for themselves. */
export const READ: Permission = { roles: anyRole, reach: 'own' }
const recorders: readonly Role[] = [...workers, 'clerk']
export const RECORD: Permission = { roles: recorders, reach: 'own' }

const LONGEST_DAYS = 366

export function whyNotDue(dueOn: IsoDate, today: IsoDate): WhyNot {
  if (dueOn < today) return { code: 'dissemination.due-past', data: { day: dueOn } }
  return dueOn > addDays(today, LONGEST_DAYS) ? { code: 'dissemination.due-far' } : null
}

/** A plan is read by the staff once every party has agreed to it. */
export const whyNotPlan = ({ state, year }: { state: string; year: number }): WhyNot =>
  state === 'agreed' ? null : { code: 'dissemination.plan-not-agreed', data: { year } }

export type Standing = { unitIds: readonly string[]; withdrawn: boolean }

/** Whether a person of these units is among those who are to read it. */
export const isReader = ({ unitIds }: Pick<Standing, 'unitIds'>, own: readonly string[]): boolean =>
  unitIds.length === 0 || own.some(unit => unitIds.includes(unit))

export function whyNotConfirm(standing: Standing, own: readonly string[], read: boolean): WhyNot {
  if (standing.withdrawn) return { code: 'dissemination.withdrawn' }
  if (!isReader(standing, own)) return { code: 'dissemination.not-a-reader' }
  return read ? { code: 'dissemination.read-already' } : null
}

/** Sheets are counted by the units that it was sent to. */
export function whyNotRecord(acting: Acting, standing: Standing, unitId: string, ownUnits: readonly string[]): WhyNot {
  if (standing.withdrawn) return { code: 'dissemination.withdrawn' }
  if (!ownUnits.includes(unitId) || !isReader(standing, [unitId])) return { code: 'dissemination.not-a-unit' }
  const code = whyNotPermitted(RECORD, acting)
  return code ? { code } : null
}

export function whyNotWithdraw(acting: Acting, { withdrawn }: Pick<Standing, 'withdrawn'>): WhyNot {
  const code = whyNotPermitted(SEND, acting)
  return code ? { code } : withdrawn ? { code: 'dissemination.withdrawn' } : null
}

export const whyNotRestore = (acting: Acting, { withdrawn }: Pick<Standing, 'withdrawn'>): WhyNot => {
  const code = whyNotPermitted(SEND, acting)
  return code ? { code } : withdrawn ? null : { code: 'dissemination.stands' }
}

/** The share and the missing are seen by the own side's leader only. */
export const seesShare = (acting: Acting): boolean => typeof acting !== 'string' && acting.roles.includes('leader')
