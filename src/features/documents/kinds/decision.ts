import type { Annex, Block, Paper } from '../contract.ts'
import { headOf, signatureFor } from '../signing.ts'
import { type Issue, type IssuingBody, paperOf } from './letterhead.ts'

export type Decision = {
  subject: string[]
  /** Who decides: "Giám đốc Sở Dân tộc và Tôn giáo tỉnh Sơn Hà", "Ban Thường trực Ủy ban …". */
  authority: string
  bases: string[]
  /** One text an article; they are numbered "Điều 1." onwards. */
  articles: string[]
  annexes?: Annex[]
  recipients?: string[]
}

/** Quyết định: the authority above the bases, the word of decision above the articles (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2). */
export const decisionPaper = (issue: Issue, { authority, articles, recipients, ...decision }: Decision): Paper =>
  paperOf('decision', issue, {
    ...decision,
    decree: { authority, word: 'Quyết định' },
    blocks: articles.map((text, at): Block => ({ kind: 'paragraph', label: `Điều ${at + 1}.`, runs: [{ text }] })),
    recipients: recipients ?? [`Như Điều ${articles.length}`, 'Lưu: VT'],
  })

/** An organ that decides together decides itself; else its head does: "Giám đốc Sở Dân tộc và Tôn giáo" (NĐ 30, Mẫu 1.2). */
export function decidingAuthority({ name, signer }: IssuingBody): string {
  const { authority, position } = signatureFor({ name }, 'nd30', signer)
  if (authority?.startsWith('TM.')) return name
  if (!signer) return name
  // "Trưởng ban" of "Ban Tuyên giáo …" is "Trưởng Ban Tuyên giáo …".
  const head = (headOf(position) ?? position).split(' ')
  const [first = ''] = name.split(' ')
  return [...(head.at(-1)?.toLocaleLowerCase('vi') === first.toLocaleLowerCase('vi') ? head.slice(0, -1) : head), name].join(' ')
}
