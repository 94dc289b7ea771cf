/** What is chosen at once where several take over a body, with the kinds of records in it as audit names them. */
export const KINDS_OF = {
  programme: [
    'programme',
    'import',
    'amendment',
    'parent',
    'renewal',
    'programme-ending',
    'programme-opened',
    'indicator',
    'own-kind',
  ],
  plan: ['plan', 'plan-item', 'plan-proposal', 'budget-line'],
  activity: ['activity', 'activity-import', 'movement', 'outcome-report', 'directive'],
  review: ['review'],
  petition: ['petition', 'referral', 'petition-field', 'petition-clock', 'petition-route'],
  exchange: ['package', 'request', 'template', 'copy', 'ask', 'answer'],
  supervision: ['supervision', 'construction', 'supervision-report', 'supervision-clock'],
  honours: ['recognition', 'recognition-list', 'benefit', 'honour-gathering', 'commendation'],
  papers: ['paper', 'incoming', 'register-book', 'register-entry', 'dispatch', 'paper-act'],
  meeting: ['meeting', 'conclusion', 'member', 'focal-point', 'working-group'],
  other: ['clearance', 'instruction', 'dissemination', 'participation'],
} as const
export type Group = keyof typeof KINDS_OF
export const GROUPS = Object.keys(KINDS_OF) as [Group, ...Group[]]

/** Open work bears the kind that audit gives it, but for these. */
const CALLED: Readonly<Record<string, string>> = { 'official-paper': 'paper', 'review-part': 'review' }
export const auditKind = (kind: string): string => CALLED[kind] ?? kind

/** In which group a kind of record is chosen; null where it passes with the seat. */
export const groupOf = (kind: string): Group | null =>
  GROUPS.find(group => (KINDS_OF[group] as readonly string[]).includes(auditKind(kind))) ?? null
