/** Facts for the sentence of a refusal; shown to the user, so never a secret. */
export type RefusalData = Record<string, string | number | boolean | null>

/** A refusal is a code with data. Its words stand in the message catalogue under `refusal.<code>`. */
export class Refusal extends Error {
  readonly code: string
  readonly data: RefusalData
  constructor(code: string, data: RefusalData = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
  }
}

/** What a rule returns instead of true: why not, or null where nothing stands against it. */
export type WhyNot = { code: string; data?: RefusalData } | null

/** Refuses where a rule gave a reason. */
export function refuseIf(reason: WhyNot): void {
  if (reason) throw new Refusal(reason.code, reason.data)
}
