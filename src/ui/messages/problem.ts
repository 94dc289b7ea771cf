import type { RefusalData } from '../../kernel/refusal.ts'
import { Refused, Unreached } from '../client/call.ts'
import { find, t } from './index.ts'

/** A refusal in words: what happened and what to do. A code that the catalogue does not know gets a general sentence. */
export const refusalSentence = (code: string, data: RefusalData = {}): string =>
  find(`refusal.${code}`, data) ?? find(code, data) ?? t('refusal.unknown', { code })

/** Any failure of a call in words; `kept` where what was sent still stands in this browser. */
export function problemSentence(error: unknown, kept: boolean): string {
  if (error instanceof Refused) return refusalSentence(error.code, error.data)
  if (error instanceof Unreached && error.where === 'network') return kept ? t('problem.network-kept') : t('problem.network')
  return kept ? t('problem.server-kept') : t('problem.server')
}
