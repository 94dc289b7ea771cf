import type { Permission, Role } from '../../kernel/permissions.ts'

/** Sáp nhập, chia tách, đổi tên, chuyển cơ quan cấp trên, đổi loại hình, kết thúc một cấp. */
export const REORGANISATION_KINDS = ['merge', 'split', 'rename', 'move', 'change-kind', 'abolish-level'] as const
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number]
export type ReorganisationState = 'draft' | 'agreed' | 'applied' | 'withdrawn'

/** What is chosen where several take over a body. Of those with pieces a single one can go to another heir than its kind. */
export const HELD_KINDS = [
  'programme',
  'plan-item',
  'duty',
  'request',
  'petition',
  'supervision',
  'construction',
  'movement',
  'honours',
  'papers',
  'cascade',
  'people',
  'other',
] as const
export type HeldKind = (typeof HELD_KINDS)[number]
const WHOLE: readonly HeldKind[] = ['honours', 'cascade', 'people', 'other']
export const hasPieces = (kind: HeldKind): boolean => !WHOLE.includes(kind)

const answering: readonly Role[] = ['administrator', 'leader']
/** Drafted and agreed by whoever answers for a body concerned; in the seat of one that is no more that is the leader. */
export const ANSWER: Permission = { roles: answering, reach: 'own' }
