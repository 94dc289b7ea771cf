import type { AnswerOf } from '../../../../ui/client/types.ts'
import type { amendableText, listAmendments, showAmendment } from '../../queries/amendments.ts'

export type AmendmentList = AnswerOf<typeof listAmendments>
export type AmendmentLine = AmendmentList['amendments'][number]
export type AmendmentAnswer = AnswerOf<typeof showAmendment>
export type AmendableText = AnswerOf<typeof amendableText>
export type Party = AmendmentAnswer['parties'][number]

export const listAddress = (programmeId: string): string => `/chuong-trinh/${programmeId}/dieu-chinh`
export const amendmentAddress = (programmeId: string, id: string): string => `${listAddress(programmeId)}/${id}`
/** `about`: what it answers, what it goes on from, or the clause that it begins with. */
export function newAddress(programmeId: string, about: { counters?: string; from?: string; path?: string } = {}): string {
  const words = { 'tra-loi': about.counters, tu: about.from, muc: about.path }
  const given = Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(given).toString()
  return `${listAddress(programmeId)}/moi${search ? `?${search}` : ''}`
}
