import { type Attribute, attributesUnder, bodiesIn, findAttribute, isNotedTask, readNote, wordsIn } from './attributes.ts'
import type { Mention } from './citations.ts'
import type { ReadClause } from './clauses.ts'
import { type Stretch, splitDuties } from './duties.ts'
import { findAdvised, findHeadingPartners, findHeadingRoles, findOwnRoles, type Roles, rolesOf } from './leads.ts'
import { spanOf } from './lines.ts'
import type { Node } from './outline.ts'
import { blank } from './points.ts'
import type { Commitment, Schedule } from './result.ts'
import { findSchedules, maskNames, readTimeCell } from './schedules.ts'
import { findTargets } from './targets.ts'
import { findTopics } from './topics.ts'

/** What the duties of a clause inherit from above. */
type Setting = { parties: readonly string[]; byNode: ReadonlyMap<Node, ReadClause>; mentions: readonly Mention[] }

/** Duties of a clause; empty for headings, notes on a task, and parts on purpose, scope or principles. */
export const readCommitments = (read: ReadClause, setting: Setting): Commitment[] => {
  if (read.clause.heading || isNote(read.node)) return []
  const kept = readsIn(read.node, setting)
  if (kept === 'nothing') return []
  const stretches = splitDuties(read.flow.text, read.bodyFrom).filter(
    stretch => !(read.node.children.length && !isNotedTask(read.node) && stretch.text.endsWith(':')),
  )
  const inline = stretches.slice(1).flatMap(stretch => readNote(stretch.text) ?? [])
  const notes = [...notesFor(read.node), ...inline]
  const heading = headingRoles(read, setting)
  const times = timesAbove(read.node, setting)
  let subject: Roles | null = null
  const duties = stretches
    .filter((stretch, i) => i === 0 || !readNote(stretch.text))
    .map(stretch => {
      const own = findOwnRoles(stretch.text, setting.parties)
      const roles = rolesOf(stretch.text, subject ?? heading, Boolean(heading), setting.parties)
      if (own && !/^(?:[^,]*,)?\s*đề nghị/iu.test(stretch.text)) subject = { ...roles, others: [] }
      return withNotes(commitment(read, stretch, roles, setting), notes, times)
    })
  return kept === 'targets' ? duties.filter(duty => duty.targets.length) : duties
}

const isNote = (node: Node): boolean => Boolean(node.parent && findAttribute(node) && attributesUnder(node.parent).length)

/** Notes on a task stand under it, or beside the line that tells its content. */
const notesFor = (node: Node): Attribute[] =>
  isNotedTask(node) ? attributesUnder(node) : node.parent ? attributesUnder(node.parent) : []

const withNotes = (duty: Commitment, notes: readonly Attribute[], above: readonly Schedule[]): Commitment => {
  const lead = bodiesIn(notes, 'lead')
  const deadline = wordsIn(notes, 'deadline')
  const schedules = deadline ? readTimeCell(deadline) : duty.schedules
  return {
    ...duty,
    lead: lead.length ? lead : duty.lead,
    support: lead.length || bodiesIn(notes, 'support').length ? bodiesIn(notes, 'support') : duty.support,
    schedules: schedules.length ? schedules : [...above],
    deadline: deadline ?? duty.deadline,
    product: wordsIn(notes, 'product') ?? duty.product,
  }
}

/**
 * Times told above a leaf that tells none: a heading that says "thường xuyên", or the lead-in whose sentence the leaf ends
 * ("Hằng năm, hai bên có trách nhiệm:"). Titles and events are not handed down.
 */
const timesAbove = (node: Node, setting: Setting): Schedule[] => {
  for (const above of ancestors(node).toReversed()) {
    const read = setting.byNode.get(above)
    if (isContinuousHeading(textOf(above, setting))) return [{ kind: 'continuous' }]
    if (!read || !read.clause.text.endsWith(':')) continue
    const whole = { from: 0, to: read.flow.text.length, text: read.flow.text }
    const told = findSchedules(whole.text, maskNames(maskCited(read, whole, setting.mentions)))
    const kept = told.filter(({ kind }) => kind !== 'event' && kind !== 'done')
    if (kept.length) return kept
  }
  return []
}

/** "Các nhiệm vụ thường xuyên" as a title, not a sentence that sets such work aside. */
const isContinuousHeading = (text: string): boolean =>
  /thường xuyên/iu.test(text) && text.split(' ').length <= 20 && !/bên cạnh|ngoài/iu.test(text)

const commitment = (read: ReadClause, stretch: Stretch, roles: Roles, setting: Setting): Commitment => {
  const span = spanOf(read.flow, stretch.from, stretch.to)
  const masked = maskNames(maskCited(read, stretch, setting.mentions))
  return {
    clause: read.clause.path,
    text: stretch.text.normalize('NFC'),
    span,
    ...roles,
    advises: findAdvised(stretch.text),
    schedules: findSchedules(stretch.text, masked),
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
  /^(?:(?:các |những |một số )?(?:mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|phạm vi|đối tượng|giải thích từ ngữ|căn cứ|cơ sở (?:pháp lý|chính trị|thực tiễn)|tình hình|thực trạng|đặc điểm|quy định chung|sự cần thiết|đánh giá (?:tình hình|kết quả|chung)|kết quả (?:đạt|thực hiện)|bối cảnh|biểu mẫu|mẫu|đề cương|danh sách|hiệu lực|điều khoản chuyển tiếp))(?![\p{L}])/iu

/** What is read in a part: duties, only what sets a number ("Chỉ tiêu"), or nothing (purposes, scope, principles). */
const readsIn = (node: Node, setting: Setting): 'all' | 'targets' | 'nothing' => {
  const own = setting.byNode.get(node)
  const titled = own && (node.label.kind === 'article' || own.bodyFrom > 0) ? [textOf(node, setting)] : []
  const texts = [...ancestors(node).map(above => textOf(above, setting)), ...titled]
  const nearest = texts.findLast(text => BACKGROUND.test(text) || TARGETS.test(text))
  if (!nearest) return 'all'
  return TARGETS.test(nearest) ? 'targets' : 'nothing'
}

const TARGETS = /^(?:(?:các|một số|hệ thống) )?(?:mục tiêu,\s*|mục đích,\s*|yêu cầu,\s*)*(?:và )?chỉ tiêu(?![\p{L}])/iu

/** The sentence that leads in, after the title: "Giám sát. Đoàn Chủ tịch có trách nhiệm:". */
const leadIn = (text: string): string => (text.endsWith(':') ? (text.split(/[.;]\s+(?=\p{Lu})/u).at(-1) ?? '') : '')

/** The nearest heading that names who leads. */
const headingRoles = (read: ReadClause, setting: Setting): Roles | null => {
  const title = read.bodyFrom > 0 ? findHeadingRoles(read.flow.text.slice(0, read.bodyFrom), setting.parties) : null
  if (title) return title
  const partners: string[] = []
  for (const node of ancestors(read.node).toReversed()) {
    const text = textOf(node, setting)
    const roles =
      findHeadingRoles(text, setting.parties) ??
      findHeadingRoles(leadIn(setting.byNode.get(node)?.clause.text ?? ''), setting.parties)
    if (roles) return { ...roles, support: [...roles.support, ...partners] }
    partners.push(...findHeadingPartners(text))
  }
  return partners.length ? { lead: [...setting.parties], support: partners, others: [] } : null
}
