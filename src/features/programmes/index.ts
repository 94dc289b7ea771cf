import type { Feature } from '../../engine/feature.ts'

export { type Agreement, digestOf, recordAgreement, standingAgreements, withdrawAgreements } from './agreements.ts'
export type { Schedule, Target, Topic } from './reading/result.ts'
export { getProgramme, type Party, partiesOf } from './store.ts'

export const programmes: Feature = { name: 'programmes', commands: [], queries: [] }
