import type { Feature } from '../../engine/feature.ts'

export const activities: Feature = { name: 'activities', commands: [], queries: [] }
