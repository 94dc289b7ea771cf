import type { IsoDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import type { Passing } from '../programmes/index.ts'
import type { Content, Share } from './content.ts'
import type { ReorganisationKind } from './contract.ts'

/** A body as the rules of an event know it. */
export type KnownBody = {
  id: string
  shortName: string
  level: string | null
  parentBody: string | null
  validFrom: IsoDate | null
  validTo: IsoDate | null
  /** The first day of the latest name that was entered. */
  namedFrom: IsoDate | null
}
type Line = readonly { bodyId: string; heirId: string; from: IsoDate }[]
/** `units`: the body of each unit. */
export type Ground = { bodies: ReadonlyMap<string, KnownBody>; line: Line; units: ReadonlyMap<string, string> }
export type Drafted = {
  kind: ReorganisationKind
  effectiveOn: IsoDate
  content: Content
  passings: readonly Passing[]
  shares: readonly Share[]
}

export const no = (code: string, body?: KnownBody, more = {}): WhyNot => ({
  code: `reorganisation.${code}`,
  data: { ...(body && { body: body.shortName }), ...more },
})
