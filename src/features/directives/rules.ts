import type { IsoDate } from '../../kernel/dates.ts'
import { type Acting, whyNotPermitted, workers } from '../../kernel/permissions.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { DirectiveFields, DirectiveStanding } from './contract.ts'

export const WORK = { roles: workers, reach: 'party' } as const

export type Held = { bodyId: string; removed: boolean }

/** Every party enters documents and links; each changes what it entered itself. */
export function whyNotOwn(acting: Acting, bodyId: string): WhyNot {
  if (acting !== 'system' && (typeof acting === 'string' || acting.bodyId !== bodyId)) return { code: 'directives.not-yours' }
  const code = whyNotPermitted(WORK, acting)
  return code ? { code } : null
}

export const whyNotChange = (acting: Acting, held: Held): WhyNot =>
  whyNotOwn(acting, held.bodyId) ?? (held.removed ? { code: 'directives.removed' } : null)
export const whyNotRestore = (acting: Acting, held: Held): WhyNot =>
  whyNotOwn(acting, held.bodyId) ?? (held.removed ? null : { code: 'directives.not-removed' })

/** What is linked is first unlinked, so that nothing is lost from sight. */
export const whyNotRemove = (acting: Acting, held: Held, links: number): WhyNot =>
  whyNotChange(acting, held) ?? (links > 0 ? { code: 'directives.linked' } : null)

type Written = Pick<DirectiveFields, 'number' | 'subject' | 'issuedOn' | 'endedOn' | 'replacedBy'>

/** Whether what is written of a document holds together. */
export function whyNotFields(fields: Written, directiveId: string, today: IsoDate): WhyNot {
  if (fields.number === '' && fields.subject === '') return { code: 'directives.no-name' }
  if (fields.issuedOn !== null && fields.issuedOn > today) return { code: 'directives.not-yet', data: { today } }
  if (fields.issuedOn !== null && fields.endedOn !== null && fields.endedOn < fields.issuedOn)
    return { code: 'directives.ends-before' }
  if (fields.replacedBy === directiveId) return { code: 'directives.by-itself' }
  return fields.replacedBy !== null && fields.endedOn === null ? { code: 'directives.no-last-day' } : null
}

/** In force to the end of its last day. */
export function standingOn(
  { endedOn, replacedBy }: { endedOn: IsoDate | null; replacedBy: string | null },
  day: IsoDate,
): DirectiveStanding {
  if (endedOn === null || day <= endedOn) return 'in-force'
  return replacedBy === null ? 'ended' : 'replaced'
}
