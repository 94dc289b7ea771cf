import type { IsoDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { find, t } from '../../../ui/messages/index.ts'
import { CODE_SIGNS, type Origin } from '../contract.ts'
import type { choices } from '../queries/choices.ts'
import type { petition } from '../queries/petition.ts'
import { whyNotReceived } from '../rules.ts'

type Choices = AnswerOf<typeof choices>
type Shown = AnswerOf<typeof petition>

/** What stands in the form; kept in the browser until it is sent. A name is no part of it. */
export type Written = {
  petitionId: string
  code: string
  subject: string
  field: string
  placeId: string | null
  text: string
  origin: Origin
  voices: number | null
  receivedOn: IsoDate | null
  /** A programme, or a clause of one: "id" or "id path". */
  serves: string
  termOn: IsoDate | null
  termBasis: string
}

/** Twelve signs of chance: 60 bits. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, byte => CODE_SIGNS[byte % CODE_SIGNS.length]).join('')
}

/** The form as it opens: empty for a village meeting of today, or with what stands. */
export function opening(all: Choices, old: Shown | null, mode: 'new' | 'change' | 'again'): Written {
  const origin: Origin = old?.petition.origin ?? 'village'
  const term = all.terms[origin]!
  const fresh = { petitionId: newId(), code: newCode(), receivedOn: all.today, termOn: term.on, termBasis: term.basis }
  if (!old) return { ...fresh, subject: '', field: '', placeId: null, text: '', origin, voices: 1, serves: '' }
  const { petition: one, content, programme } = old
  const serves = programme ? [programme.id, programme.clausePath].filter(Boolean).join(' ') : ''
  const kept = mode === 'change' ? { petitionId: one.id, receivedOn: one.receivedOn } : {}
  const said = { subject: one.subject, field: one.field, placeId: content?.placeId ?? null, text: content?.text ?? '' }
  return { ...fresh, ...kept, ...said, origin, voices: one.voices, serves }
}

/** What is sent of it. */
export function fieldsOf(written: Written, more: object) {
  const [programmeId, ...path] = written.serves.split(' ')
  return {
    petitionId: written.petitionId,
    subject: written.subject,
    field: written.field,
    placeId: written.placeId ?? '',
    text: written.text,
    origin: written.origin,
    voices: written.voices ?? 1,
    receivedOn: written.receivedOn ?? '',
    ...(programmeId ? { programmeId } : {}),
    ...(path.length > 0 ? { clausePath: path.join(' ') } : {}),
    ...more,
  }
}

export type Missing = Partial<
  Record<'subject' | 'field' | 'placeId' | 'text' | 'voices' | 'receivedOn' | 'termOn' | 'termBasis', string>
>

/** What still stands against sending, by field, in words. */
export function missingOf(written: Written, all: Choices): Missing {
  const missing: Missing = {}
  if (!written.subject.trim()) missing.subject = t('part.fill-in')
  if (!written.field) missing.field = t('part.choose')
  if (!written.placeId) missing.placeId = t('part.choose')
  if (!written.text.trim()) missing.text = t('part.fill-in')
  if (!written.voices || written.voices < 1) missing.voices = t('refusal.field.voices')
  if (!written.receivedOn) missing.receivedOn = t('part.fill-in')
  const reason = written.receivedOn && whyNotReceived(written.receivedOn, all.today)
  if (reason) missing.receivedOn = find(`refusal.${reason.code}`, reason.data) ?? reason.code
  if (all.terms[written.origin]?.byLaw) return missing
  if (!written.termOn) missing.termOn = t('part.fill-in')
  if (!written.termBasis.trim()) missing.termBasis = t('part.fill-in')
  return missing
}
