export type SignatureIntegrity = 'intact' | 'intact-with-notes' | 'broken' | 'unreadable'
export type Integrity = SignatureIntegrity | 'unsigned'
export type Trust = 'trusted' | 'unknown-issuer' | 'expired-at-signing' | 'revoked' | 'not-checked'
/** How it is known whether certificates were called back: the file carries it, it was asked over the network, or that told nothing. */
export type RevocationSource = 'carried' | 'asked' | 'silent'

/** What a later revision did, by what a reader sees of it; `CHANGES` says how grave each is. */
export type Change = keyof typeof CHANGES

/** A `silent` change leaves the verdict, a `noted` one must be seen by a person, a `grave` one alters what was signed. */
export const CHANGES = {
  'signature-added': 'silent',
  'timestamp-added': 'silent',
  'validation-data-added': 'silent',
  'field-signed': 'noted',
  'signature-over-words': 'noted',
  'annotation-added': 'noted',
  'field-added': 'noted',
  'fields-redrawn': 'noted',
  'field-filled': 'noted',
  'outline-changed': 'noted',
  'structure-changed': 'noted',
  'annotation-changed': 'grave',
  'annotation-removed': 'grave',
  'field-removed': 'grave',
  'form-changed': 'grave',
  'appearance-changed': 'grave',
  'signature-changed': 'grave',
  'signature-removed': 'grave',
  'pages-changed': 'grave',
  'page-content-changed': 'grave',
  'layers-changed': 'grave',
  'actions-changed': 'grave',
  'catalog-changed': 'grave',
  'not-permitted': 'grave',
  unreadable: 'grave',
} as const satisfies Record<string, 'silent' | 'noted' | 'grave'>

/** What is wrong or odd with one signature. `FAULTS` break it; the others are notes. */
export type Note =
  | Fault
  | 'weak-digest'
  | 'no-signed-attributes'
  | 'several-signers'
  | 'timestamp-mismatch'
  | 'trailing-bytes'
  | 'encrypted'
export const FAULTS = [
  'byte-range-malformed',
  'byte-range-past-end',
  'byte-range-not-revision',
  'byte-range-gap',
  'cms-unreadable',
  'cms-own-content',
  'cms-no-signer',
  'certificate-missing',
  'certificate-reference-mismatch',
  'digest-mismatch',
  'signature-mismatch',
  'revision-unreadable',
] as const
export type Fault = (typeof FAULTS)[number]
export type Unknown = 'format-unknown'

export type Timestamp = { time: string; by: string; intact: boolean }
export type Holder = { name: string | null; organization: string | null; email: string | null; kind: 'person' | 'seal' | null }

export type JudgedSignature = Omit<Holder, 'kind'> & {
  kind: Holder['kind']
  claimedTime: string | null
  timestamp: Timestamp | null
  subFilter: string
  digest: string
  integrity: SignatureIntegrity
  trust: Trust
  /** Left out where the file tells nothing of it and nobody was asked. */
  revocation?: RevocationSource
  coversWholeFile: boolean
  changesAfter: Change[]
  notes: (Note | Unknown)[]
}

export type Judgement = {
  integrity: Integrity
  signatures: JudgedSignature[]
  order: { party: string | null; personThenSeal: boolean | null }[]
}
