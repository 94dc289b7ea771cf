import type { Feature } from '../../engine/feature.ts'

export const reviews: Feature = { name: 'reviews', commands: [], queries: [] }
