/** The reading of a programme, as `phoihop import FILE --json` prints it. Every offset is into the source text. */
export type ImportResult = {
  title: string
  /** As printed, lower case: "chương trình", "quyết định", … */
  kind: string
  number: string | null
  /** ISO date of the document itself, not of a signature. */
  date: string | null
  period: { from: number; to: number } | null
  /** The lead first where the document tells. */
  parties: { name: string; lead: boolean }[]
  /** The programme or decision that this one carries out. */
  parent: Citation | null
  clauses: Clause[]
  commitments: Commitment[]
  citations: Citation[]
  focalUnits: string[]
  recipients: string[]
  signatories: { name: string; position: string | null; body: string | null }[]
  signatures: { name: string; email: string | null; signedAt: string | null }[]
  questions: Question[]
}

/** What a person must decide: `at` is a clause path or "". */
export type Question = { at: string; ask: string }

export type Clause = {
  path: string
  label: string
  heading: boolean
  text: string
  span: [number, number]
  source: string
}

export type Citation = { kind: string; number: string | null; date: string | null; issuer: string | null; name: string | null }

export type Commitment = {
  clause: string
  text: string
  span: [number, number]
  lead: string[]
  support: string[]
  others: string[]
  advises: string[]
  schedules: Schedule[]
  deadline: string | null
  product: string | null
  targets: Target[]
  topics: Topic[]
}

export type Schedule =
  | { kind: 'continuous' }
  | { kind: 'every'; count: number; unit: 'week' | 'month' | 'quarter' | 'half-year' | 'year' }
  | { kind: 'occasion'; days: string[] }
  | { kind: 'by'; year: number; quarter: number | null; month: number | null; date: string | null; text: string }
  | { kind: 'span'; from: string; to: string | null; text: string }
  | { kind: 'end-of-period' }
  | { kind: 'event'; text: string }
  | { kind: 'done'; text: string }

export type Target = { min: number | null; max: number | null; unit: string; per: string | null; text: string }

export const TOPICS = [
  'communication',
  'movement',
  'training',
  'supervision',
  'inspection',
  'survey',
  'critique',
  'opinion',
  'petition',
  'voter-contact',
  'model',
  'commendation',
  'visit',
  'meeting',
  'information',
  'congress',
  'planning',
  'cascade',
  'guidance',
  'urging',
  'review',
  'research',
  'advice',
  'drafting',
  'grassroots-trip',
  'twinning',
  'cadre',
  'benefit',
] as const
export type Topic = (typeof TOPICS)[number]
