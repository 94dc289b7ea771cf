import { sameBody } from './bodies.ts'
import type { Node } from './outline.ts'
import { findRepeated } from './repeated.ts'
import type { Commitment, ImportResult, Question } from './result.ts'
import { isBarePeriodic } from './schedules.ts'

type Reading = Omit<ImportResult, 'questions'> & { place: string | null }

/** What a person must decide, in document order after what concerns the whole. */
export const askQuestions = (reading: Reading, nodes: readonly Node[]): Question[] => [
  ...askWhole(reading),
  ...nodes.flatMap(askLabels),
  ...askRepeated(reading),
  ...reading.commitments.flatMap(askCommitment),
  ...askLeads(reading),
]

const askWhole = (reading: Reading): Question[] => {
  const asks = [
    reading.number ? '' : 'Văn bản không in số, ký hiệu. Số, ký hiệu là gì?',
    reading.date ? '' : 'Văn bản không in ngày ban hành. Ban hành ngày nào?',
    reading.place ? '' : 'Văn bản không in địa danh. Ban hành ở đâu?',
    reading.period ? '' : 'Văn bản không nói rõ thời gian thực hiện. Thực hiện từ năm nào đến năm nào?',
    reading.parties.length ? '' : 'Không tìm thấy tên các cơ quan ký kết. Cơ quan nào ký, cơ quan nào chủ trì?',
    reading.parties.length > 1 && !reading.number ? 'Văn bản không nói cơ quan nào chủ trì chung. Cơ quan nào chủ trì?' : '',
    reading.signatories.length ? '' : 'Không tìm thấy người ký. Ai ký văn bản?',
  ]
  return asks.filter(Boolean).map(ask => ({ at: '', ask }))
}

const askLabels = (node: Node): Question[] => {
  if (node.repeated)
    return [
      {
        at: node.path,
        ask: `Nhãn “${node.label.printed}” được in hai lần. Bản gốc giữ nguyên; đây có phải là một mục riêng không?`,
      },
    ]
  const siblings = node.parent?.children ?? []
  const before = siblings[siblings.indexOf(node) - 1]
  if (!before || before.label.kind !== node.label.kind || node.label.kind === 'bullet') return []
  if (node.label.order === before.label.order + 1 || node.label.order <= before.label.order) return []
  return [{ at: node.path, ask: `Sau “${before.label.printed}” là “${node.label.printed}”. Có mục nào bị thiếu không?` }]
}

const askRepeated = ({ clauses, commitments }: Reading): Question[] => {
  const leads = new Map(commitments.map(duty => [duty.clause, duty.lead.join()]))
  const told = clauses.flatMap(({ path, text }) => (leads.has(path) ? [{ path, text, lead: leads.get(path) ?? '' }] : []))
  return findRepeated(told).map(({ path, first }) => ({
    at: path,
    ask: `Nội dung này gần trùng với mục ${first}. Là một nhiệm vụ hay hai nhiệm vụ?`,
  }))
}

const askCommitment = ({ clause, text, schedules, targets, lead }: Commitment): Question[] => {
  const asks: string[] = []
  if (isBarePeriodic(text, schedules)) asks.push('Văn bản chỉ ghi “định kỳ”. Bao lâu một lần?')
  for (const target of targets) {
    if (!target.per && !schedules.length && target.unit !== '%')
      asks.push(`Chỉ tiêu “${target.text.trim()}” tính cho mỗi năm hay cho cả giai đoạn?`)
  }
  if (!lead.length) asks.push('Không rõ cơ quan nào chủ trì nhiệm vụ này. Cơ quan nào chủ trì?')
  return asks.map(ask => ({ at: clause, ask }))
}

/** In a programme of two or more sides: a lead that is none of them, nor a unit they appoint, once a name. */
const askLeads = ({ commitments, parties, focalUnits }: Reading): Question[] => {
  if (parties.length < 2) return []
  const known = [...parties.map(party => party.name), ...focalUnits]
  const asked: string[] = []
  return commitments.flatMap(({ clause, lead }) => {
    const strange = lead.filter(name => ![...known, ...asked].some(other => sameBody(other, name)))
    asked.push(...strange)
    return strange.map(name => ({
      at: clause,
      ask: `“${name}” chủ trì nhiệm vụ này nhưng không phải là bên ký kết. Ghi nhận là cơ quan nào?`,
    }))
  })
}
