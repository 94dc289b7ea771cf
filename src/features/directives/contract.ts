import { z } from 'zod'
import { day, filledLine, line, uuid, version } from '../../kernel/fields.ts'

export const STANDINGS = ['in-force', 'replaced', 'ended'] as const
export type DirectiveStanding = (typeof STANDINGS)[number]

/** What is known of a cited document. A law that is cited by its name bears no number. */
export const directiveFields = {
  /** "chỉ thị", "kết luận" */
  kind: filledLine(60).transform(text => text.toLowerCase()),
  number: line(60).default(''),
  issuedOn: day.nullable().default(null),
  issuer: line(200).default(''),
  subject: line(300).default(''),
  /** Last day in force. */
  endedOn: day.nullable().default(null),
  /** The document of the same programme that stands in its place. */
  replacedBy: uuid.nullable().default(null),
}
export const addInput = z.strictObject({ directiveId: uuid, programmeId: uuid, ...directiveFields })
export const changeInput = z.strictObject({ directiveId: uuid, version, ...directiveFields })
export type DirectiveFields = Omit<z.output<typeof changeInput>, 'directiveId' | 'version'>

const clausePath = z.string().min(1).max(300)
const confirmed = z.strictObject({
  directiveId: uuid,
  kind: directiveFields.kind,
  number: directiveFields.number,
  issuedOn: directiveFields.issuedOn,
  issuer: directiveFields.issuer,
  subject: directiveFields.subject,
  clausePaths: z.array(clausePath).max(60),
})
/** Citations of the signed text that a person has looked at and takes over. */
export const confirmInput = z.strictObject({ programmeId: uuid, citations: z.array(confirmed).min(1, 'field.empty').max(60) })
export type Confirmed = z.output<typeof confirmed>

export const clauseLinkInput = z.strictObject({ directiveId: uuid, clausePath })
export const activityLinkInput = z.strictObject({ directiveId: uuid, activityId: uuid })
/** "2021-2025/DA9.2": a cycle and an element of its catalogue. */
export const element = z.string().min(1).max(40)
export const itemLinkInput = z.strictObject({ element, itemId: uuid })
export const constructionLinkInput = z.strictObject({ element, constructionId: uuid })

export const directiveIdInput = z.strictObject({ directiveId: uuid })
export const versionedInput = z.strictObject({ directiveId: uuid, version })
