import type { IsoDate } from '../../../kernel/dates.ts'
import type { Acting } from '../../../kernel/permissions.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { whyNotLead } from '../rules.ts'
import type { Written } from './contract.ts'

type Issuers = readonly { bodyId: string; name: string }[]

/** Who writes it leads; every side is one of those whose paper it is, once. `all`: a letter that corrects is of all who issued. */
export function whyNotSides(acting: Acting, { form, sides }: Written, issuers: Issuers): WhyNot {
  const wanted = sides.map(side => side.bodyId)
  const known = issuers.map(issuer => issuer.bodyId)
  if (new Set(wanted).size < wanted.length || wanted.some(id => !known.includes(id))) return { code: 'papers.not-a-side' }
  if (form === 'correction' && wanted.length < known.length) return { code: 'papers.all-correct' }
  return whyNotLead(
    acting,
    issuers.filter(issuer => issuer.bodyId === wanted[0]),
  )
}

/** What is written holds together: something is corrected, and nobody is invited to a day that is past. */
export function whyNotWritten(written: Written, today: IsoDate): WhyNot {
  if (written.form === 'invitation' && written.on < today)
    return { code: 'papers.event-past', data: { day: written.on, where: 'written.on' } }
  if (written.form !== 'correction') return null
  const same = written.errors.findIndex(error => error.wrong === error.right)
  return same < 0 ? null : { code: 'papers.same-words', data: { number: same + 1 } }
}

/** What is fixed once a paper was begun: its form, what it is about and who issues it. A paper of others is written anew. */
export const whyNotRewritten = (before: Written, after: Written): WhyNot =>
  JSON.stringify(fixedOf(before)) === JSON.stringify(fixedOf(after)) ? null : { code: 'papers.sides-fixed' }

const fixedOf = (written: Written) => [
  written.form,
  'as' in written ? written.as : null,
  written.form === 'correction' ? written.amends : written.programmeId,
  written.form === 'invitation' ? written.reviewId : null,
  ...written.sides.map(side => side.bodyId),
]
