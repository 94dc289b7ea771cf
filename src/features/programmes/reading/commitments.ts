import type { Mention } from './citations.ts'
import type { ReadClause } from './clauses.ts'
import { type Stretch, splitDuties } from './duties.ts'
import { findAdvised, findHeadingPartners, findHeadingRoles, findOwnRoles, type Roles, rolesOf } from './leads.ts'
import { spanOf } from './lines.ts'
import type { Node } from './outline.ts'
import type { Commitment } from './result.ts'
import { blank, findSchedules, maskNames } from './schedules.ts'
import { findTargets } from './targets.ts'
import { findTopics } from './topics.ts'

/** What the duties of a clause inherit from above. */
type Setting = { parties: readonly string[]; byNode: ReadonlyMap<Node, ReadClause>; mentions: readonly Mention[] }

/** Duties of a clause; empty for headings and for parts on purpose, scope or principles. */
export const readCommitments = (read: ReadClause, setting: Setting): Commitment[] => {
  if (read.clause.heading || isBackground(read.node, setting)) return []
  const stretches = splitDuties(read.flow.text, read.bodyFrom).filter(
    stretch => !(read.node.children.length && stretch.text.endsWith(':')),
  )
  const heading = headingRoles(read, setting)
  const continuous = ancestors(read.node).some(node => isContinuousHeading(textOf(node, setting)))
  let subject: Roles | null = null
  return stretches.map(stretch => {
    const own = findOwnRoles(stretch.text, setting.parties)
    const roles = rolesOf(stretch.text, subject ?? heading, Boolean(heading), setting.parties)
    if (own && !/^(?:[^,]*,)?\s*đề nghị/iu.test(stretch.text)) subject = { ...roles, others: [] }
    return commitment(read, stretch, roles, continuous, setting)
  })
}

/** "Các nhiệm vụ thường xuyên" as a title, not a sentence that sets such work aside. */
const isContinuousHeading = (text: string): boolean =>
  /thường xuyên/iu.test(text) && text.split(' ').length <= 20 && !/bên cạnh|ngoài/iu.test(text)

const commitment = (read: ReadClause, stretch: Stretch, roles: Roles, continuous: boolean, setting: Setting): Commitment => {
  const span = spanOf(read.flow, stretch.from, stretch.to)
  const masked = maskNames(maskCited(read, stretch, setting.mentions))
  const schedules = findSchedules(stretch.text, masked)
  return {
    clause: read.clause.path,
    text: stretch.text.normalize('NFC'),
    span,
    ...roles,
    advises: findAdvised(stretch.text),
    schedules: schedules.length || !continuous ? schedules : [{ kind: 'continuous' }],
    deadline: findDeadline(stretch.text, masked),
    product: null,
    targets: findTargets(stretch.text, masked),
    topics: findTopics(stretch.text),
  }
}

/** Blanks what a duty cites, with its date: the date of a paper is no time of the work. */
const maskCited = (read: ReadClause, stretch: Stretch, mentions: readonly Mention[]): string => {
  let text = stretch.text
  for (const mention of mentions) {
    const from = read.flow.at.indexOf(mention.from) - stretch.from
    const last = read.flow.at.indexOf(mention.to) - stretch.from
    const to = last < 0 ? Math.min(text.length, from + (mention.to - mention.from)) : last
    if (from >= 0 && from < text.length && to > from) text = blank(text, from, Math.min(to, text.length))
  }
  return text
}

const DEADLINE =
  /(?:trước|chậm nhất(?: là| vào)?|hoàn thành trước|trong thời hạn|không quá)\s+(?:ngày\s+)?\d{1,2}(?:\s*(?:\/|tháng)\s*\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?|\s+ngày(?: làm việc)?)[^,.;]{0,60}/iu

const findDeadline = (text: string, masked: string): string | null => {
  const found = DEADLINE.exec(masked)
  return found ? text.slice(found.index, found.index + found[0].length).trim() : null
}

const ancestors = (node: Node): Node[] => (node.parent ? [...ancestors(node.parent), node.parent] : [])

const textOf = (node: Node, setting: Setting): string => {
  const read = setting.byNode.get(node)
  if (!read) return ''
  return read.bodyFrom > 0 && !read.clause.heading ? read.flow.text.slice(0, read.bodyFrom) : read.clause.text
}

const BACKGROUND =
  /^(?:(?:các |những |một số )?(?:mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|phạm vi|đối tượng|giải thích từ ngữ|căn cứ|cơ sở (?:pháp lý|chính trị|thực tiễn)|tình hình|thực trạng|đặc điểm|quy định chung|sự cần thiết|đánh giá (?:tình hình|kết quả|chung)|kết quả (?:đạt|thực hiện)|bối cảnh|chỉ tiêu|biểu mẫu|mẫu|đề cương|danh sách|hiệu lực|điều khoản chuyển tiếp))(?![\p{L}])/iu

const isBackground = (node: Node, setting: Setting): boolean => {
  const own = setting.byNode.get(node)
  if (own && (node.label.kind === 'article' || own.bodyFrom > 0) && BACKGROUND.test(own.clause.text)) return true
  return ancestors(node).some(above => BACKGROUND.test(textOf(above, setting)))
}

/** The nearest heading that names who leads. */
const headingRoles = (read: ReadClause, setting: Setting): Roles | null => {
  const title = read.bodyFrom > 0 ? findHeadingRoles(read.flow.text.slice(0, read.bodyFrom), setting.parties) : null
  if (title) return title
  const partners: string[] = []
  for (const node of ancestors(read.node).toReversed()) {
    const text = textOf(node, setting)
    const roles = findHeadingRoles(text, setting.parties)
    if (roles) return { ...roles, support: [...roles.support, ...partners] }
    partners.push(...findHeadingPartners(text))
  }
  return partners.length ? { lead: [...setting.parties], support: partners, others: [] } : null
}
