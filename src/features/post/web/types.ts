import type { AnswerOf } from '../../../ui/client/types.ts'
import type { recorded, standing, ways } from '../queries.ts'

export type StandingAnswer = AnswerOf<typeof standing>
export type PostalParty = StandingAnswer['postal'][number]
export type PostalStep = PostalParty['steps'][number]
export type Act = StandingAnswer['acts'][number]
export type RecordedAnswer = AnswerOf<typeof recorded>
export type RecordedAct = RecordedAnswer['inOurName'][number]
export type WaysAnswer = AnswerOf<typeof ways>

/** What the panel stands under; a package is answered in the version that was seen. */
type AgreedTo = 'plan' | 'review' | 'amendment' | 'indicator' | 'meeting' | 'request' | 'own-kind'
export type Subject = { kind: AgreedTo; id: string } | { kind: 'package'; id: string; version: number }
/** A line of a plan that a party by post is to answer. */
export type AskedLine = { proposalId: string; version: number; words: string }

/** Whatever a letter can change is asked anew. */
export const REFRESH = ['post', 'plans', 'exchange', 'reviews', 'programmes', 'groups', 'activities', 'insight.']
