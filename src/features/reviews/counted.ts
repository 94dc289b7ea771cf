import { citeClause } from '../../kernel/cite-clause.ts'
import { LEADERSHIP_KINDS, MONEY_SOURCE_NAMES } from './compiling/phrases.ts'
import type { FigureQuery, MoneySource } from './contract.ts'
import { printCount } from './figure-text.ts'

/** Names of what a condition narrows by. `part`: what a field of a kind, a measure or a group is called. */
export type Named = { item?: string; kind?: string; commune?: string; part?: string; body?: string }
/** What a figure counts, in words, and by which conditions beside its days. */
export type CountedWords = { what: string; where: string[] }

/** "Tổng số “lớp”; loại việc: tập huấn, bồi dưỡng; Phần II, mục 1": the condition of a figure as somebody would say it. */
export function countedWords(query: FigureQuery, named: Named): CountedWords {
  const { clausePath, itemId, activityKind, activityKinds } = query
  const leading = activityKinds?.join() === LEADERSHIP_KINDS.join()
  const where = [
    activityKind && `loại việc: ${named.kind ?? activityKind}`,
    leading && 'loại việc: tham mưu, soạn thảo, đôn đốc, hướng dẫn',
    clausePath && `nội dung: ${citeClause(clausePath)}`,
    itemId && `nhiệm vụ của kế hoạch: ${named.item ?? 'nhiệm vụ không còn trong kế hoạch'}`,
    query.kind === 'activities' && query.part && `địa bàn: ${named.commune ?? query.part}`,
    query.kind === 'money' && query.part && `nguồn: ${MONEY_SOURCE_NAMES[query.part as MoneySource]}`,
    named.body && `cơ quan: ${named.body}`,
  ]
  return { what: whatOf(query, named), where: where.filter(one => typeof one === 'string' && one !== '') as string[] }
}

function whatOf(query: FigureQuery, { part: called = '' }: Named): string {
  const { kind, unit = '', target = 0, part = '', highest } = query
  switch (kind) {
    case 'count':
      return `Cộng số “${unit}” đã thực hiện của các hoạt động`
    case 'reach':
      return `Cộng số “${unit}” đạt được của các hoạt động`
    case 'share':
      return `Phần trăm đã đạt của chỉ tiêu ${printCount(target)} ${unit}, cộng từ ngày đầu`
    case 'detail':
      return `${highest ? 'Số cao nhất' : 'Cộng số'} “${called || part}” của các hoạt động`
    case 'movements':
      return MOVEMENTS[part] ?? `Cộng kết quả “${called || unit}” của các cuộc vận động, phong trào, mô hình`
    case 'split':
      return `Cộng số lượt người thuộc nhóm “${part.slice(part.indexOf(':') + 1)}”`
    case 'honours':
      return `Số ${unit} do các cơ quan giữ sổ báo lên`
    case 'informing':
      return part.startsWith('late.') ? 'Đếm số lần thông tin gửi sau hạn' : 'Đếm số lần thông tin đến hạn mà chưa gửi'
    default:
      return BY_PART[kind]?.[part] ?? PLAIN[kind] ?? ''
  }
}

const PLAIN: Partial<Record<FigureQuery['kind'], string>> = {
  activities: 'Đếm số hoạt động đã ghi nhận',
  uncounted: 'Đếm số hoạt động không ghi số lượng',
  money: 'Cộng kinh phí ghi ở các hoạt động',
  communes: 'Đếm số xã, phường có hoạt động, mỗi nơi một lần',
}
const MOVEMENTS: Readonly<Record<string, string>> = {
  recognised: 'Đếm số mô hình được công nhận',
  copied: 'Đếm số nơi nhân rộng mô hình',
}
const BY_PART: Partial<Record<FigureQuery['kind'], Readonly<Record<string, string>>>> = {
  petitions: {
    received: 'Đếm số kiến nghị của Nhân dân đã tiếp nhận',
    answered: 'Đếm số kiến nghị đã được cơ quan có thẩm quyền trả lời',
    settled: 'Đếm số kiến nghị đã giải quyết',
    confirmed: 'Đếm số kiến nghị được Nhân dân xác nhận tại cơ sở',
  },
  supervisions: {
    held: 'Đếm số cuộc giám sát đã tiến hành',
    told: 'Đếm số cuộc giám sát đã được nêu ở hoạt động khác',
    works: 'Đếm số công trình được giám sát, mỗi công trình một lần',
    found: 'Đếm số phát hiện qua giám sát',
    asked: 'Đếm số kiến nghị sau giám sát đã gửi',
    repaired: 'Đếm số kiến nghị sau giám sát đã khắc phục',
    explained: 'Đếm số kiến nghị sau giám sát đã được giải trình',
  },
  places: {
    wanted: 'Đếm số nơi phải đạt chỉ tiêu',
    reached: 'Đếm số nơi đã đạt chỉ tiêu',
    begun: 'Đếm số nơi đã có kết quả nhưng chưa đủ',
    none: 'Đếm số nơi chưa có kết quả',
  },
  led: {
    issued: 'Đếm số văn bản của chương trình đã ban hành theo sổ đăng ký văn bản đi; văn bản đã nêu ở mục khác không đếm lại',
    directed: 'Đếm số văn bản chỉ đạo ban hành trong kỳ đã đưa vào chương trình',
    concluded: 'Đếm số kết luận của các cuộc họp tổ công tác mà các bên đã thống nhất',
  },
}
