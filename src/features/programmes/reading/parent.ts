import { distinct, findMentions } from './citations.ts'
import type { Header } from './header.ts'
import type { Citation } from './result.ts'

const CARRIES_OUT = /^[-–—*•]?\s*(?:thực hiện|triển khai|tiếp tục|thi hành)(?![\p{L}])/iu
const UPPER = /^(?:chương trình|quyết định|kế hoạch|quy chế|thỏa thuận|thoả thuận|(?:nghị quyết|hướng dẫn|thông tư) liên tịch)/

/** The paper that this one carries out: cited in the sentence "Thực hiện …" of the opening, a programme before anything else. */
export const findParent = (header: Header): Citation | null => {
  const cited = (texts: readonly string[]): Citation[] =>
    texts
      .flatMap(text => distinct(findMentions({ text, at: [] }), header.number))
      .filter(citation => citation.number && UPPER.test(citation.kind))
  const carried = cited(header.opening.filter(text => CARRIES_OUT.test(text)))
  const programmes = cited(header.opening).filter(citation => citation.kind.startsWith('chương trình'))
  return carried.find(citation => citation.kind.startsWith('chương trình')) ?? carried[0] ?? programmes[0] ?? null
}
