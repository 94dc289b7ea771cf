import type { Feature } from '../../engine/feature.ts'

export const plans: Feature = { name: 'plans', commands: [], queries: [] }
