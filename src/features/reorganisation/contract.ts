import type { Permission, Role } from '../../kernel/permissions.ts'

/** Sáp nhập, chia tách, đổi tên, chuyển cơ quan cấp trên, đổi loại hình, kết thúc một cấp. */
export const REORGANISATION_KINDS = ['merge', 'split', 'rename', 'move', 'change-kind', 'abolish-level'] as const
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number]
export type ReorganisationState = 'draft' | 'agreed' | 'applied' | 'withdrawn'

const answering: readonly Role[] = ['administrator', 'leader']
/** Drafted and agreed by whoever answers for a body concerned; in the seat of one that is no more that is the leader. */
export const ANSWER: Permission = { roles: answering, reach: 'own' }
