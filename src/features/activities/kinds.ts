/**
 * Kinds of work as data: what they are called, the count pair that reports ask of them (first the work, then whom or what it
 * reached), and the fields of their own. No type of field holds a person. A change of a field's meaning takes a new key, so that
 * what was recorded keeps its own; the version says which list a site has.
 */
export const KINDS_VERSION = 3

/** What can be the answer that work waits for. */
export const ANSWER_TYPES: readonly string[] = ['pair', 'choice', 'date', 'document']

/** What adds up in a review. */
export const NUMBER_TYPES: readonly string[] = ['count', 'pair', 'money']

export const FIELD_TYPES = ['count', 'pair', 'money', 'date', 'place', 'document', 'agency', 'choice', 'remark'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/**
 * `count` has its unit, `pair` both: "đã tham mưu" / "đã ban hành" of the same thing. `choice` has its choices, by key.
 * What is a count, a pair or money is summed up in the review under `label`, unless `sums` says that the highest of them is told
 * (what stands at the time: "số hộ hiện có") or none. A day may be the one by which another field has to come (`dueFor`), and a field
 * may be the answer that the work waits for (`answer`; `open`: the choices that say that there is none yet): `waiting.ts`.
 */
export type KindField = {
  key: string
  label: string
  type: FieldType
  help?: string | undefined
  unit?: string | undefined
  pair?: readonly [string, string] | undefined
  choices?: Readonly<Record<string, string>> | undefined
  sums?: 'highest' | 'none' | undefined
  dueFor?: string | undefined
  answer?: true | undefined
  open?: readonly string[] | undefined
}
export type Kind = { name: string; count: string | null; reach: string | null; fields: readonly KindField[] }

const paper = (label: string, key = 'paper'): KindField => ({
  key,
  label,
  type: 'document',
  help: 'Số, ký hiệu và ngày của văn bản.',
})
const agency = (label: string, key = 'agency'): KindField => ({ key, label, type: 'agency' })
const count = (key: string, label: string, unit: string): KindField => ({ key, label, type: 'count', unit })
const choice = (key: string, label: string, choices: Record<string, string>): KindField => ({
  key,
  label,
  type: 'choice',
  choices,
})
const remark = (key: string, label: string): KindField => ({ key, label, type: 'remark' })
const day = (key: string, label: string): KindField => ({ key, label, type: 'date' })
const pair = (key: string, label: string, first: string, second: string): KindField => ({
  key,
  label,
  type: 'pair',
  pair: [first, second],
})

const CHANNELS = {
  meeting: 'Họp thôn, bản',
  radio: 'Loa truyền thanh',
  broadcast: 'Phát thanh, truyền hình',
  press: 'Báo, tạp chí, cổng thông tin',
  network: 'Mạng xã hội',
  leaflet: 'Tờ rơi, pa nô',
  stage: 'Sân khấu hóa, hội thi',
  household: 'Đến từng hộ',
}
const LANGUAGES = { vietnamese: 'Tiếng Việt', local: 'Tiếng dân tộc', both: 'Cả hai' }
const OUTCOMES = {
  waiting: 'Chưa có trả lời',
  whole: 'Được tiếp thu toàn bộ',
  part: 'Được tiếp thu một phần',
  none: 'Không được tiếp thu',
  issued: 'Đã ban hành văn bản',
}
const LEVELS = { province: 'Cấp tỉnh', commune: 'Cấp xã', village: 'Thôn, bản' }

export const KINDS = {
  communication: {
    name: 'Tuyên truyền, vận động',
    count: 'buổi',
    reach: 'lượt người',
    fields: [
      choice('channel', 'Hình thức', CHANNELS),
      choice('language', 'Ngôn ngữ sử dụng', LANGUAGES),
      count('items', 'Tài liệu phát', 'bản'),
    ],
  },
  'legal-education': {
    name: 'Phổ biến, giáo dục pháp luật',
    count: 'buổi',
    reach: 'lượt người',
    fields: [
      remark('laws', 'Văn bản pháp luật được phổ biến'),
      choice('channel', 'Hình thức', CHANNELS),
      choice('language', 'Ngôn ngữ sử dụng', LANGUAGES),
      count('advised', 'Trợ giúp, tư vấn pháp lý', 'lượt'),
    ],
  },
  training: {
    name: 'Tập huấn, bồi dưỡng',
    count: 'lớp',
    reach: 'lượt học viên',
    fields: [remark('programme', 'Nội dung, chương trình'), count('days', 'Thời gian', 'ngày'), agency('Cơ quan giảng dạy')],
  },
  'voter-contact': {
    name: 'Tiếp xúc, đối thoại với Nhân dân',
    count: 'cuộc',
    reach: 'lượt người',
    fields: [
      choice('level', 'Cấp', LEVELS),
      pair('opinions', 'Ý kiến, kiến nghị', 'đã tiếp nhận', 'đã trả lời tại chỗ'),
      agency('Cơ quan đối thoại'),
    ],
  },
  visit: {
    name: 'Thăm hỏi, chúc mừng, tặng quà',
    count: 'đoàn',
    reach: 'suất quà',
    fields: [
      remark('occasion', 'Dịp'),
      count('points', 'Nơi đến', 'điểm'),
      { key: 'gifts', label: 'Giá trị quà', type: 'money' },
    ],
  },
  meeting: {
    name: 'Họp, gặp mặt đại biểu',
    count: 'cuộc',
    reach: 'đại biểu',
    fields: [choice('level', 'Cấp', LEVELS), count('opinions', 'Ý kiến phát biểu', 'ý kiến'), paper('Thông báo kết luận')],
  },
  exchange: {
    name: 'Giao lưu',
    count: 'cuộc',
    reach: 'lượt người',
    fields: [remark('with', 'Với đơn vị, địa phương'), remark('content', 'Nội dung')],
  },
  conference: {
    name: 'Hội nghị, hội thảo, sơ kết, tổng kết',
    count: 'hội nghị',
    reach: 'đại biểu',
    fields: [choice('level', 'Cấp', LEVELS), count('speeches', 'Tham luận', 'tham luận'), paper('Báo cáo, kết luận')],
  },
  congress: {
    name: 'Đại hội',
    count: 'đại hội',
    reach: 'đại biểu',
    fields: [
      choice('level', 'Cấp', LEVELS),
      choice('step', 'Bước', {
        plan: 'Xây dựng kế hoạch, đề án',
        guide: 'Hướng dẫn cấp dưới',
        committee: 'Thành lập ban tổ chức',
        papers: 'Chuẩn bị văn kiện',
        delegates: 'Hiệp thương đại biểu',
        below: 'Đại hội cấp dưới',
        held: 'Đại hội',
        after: 'Phổ biến nghị quyết',
      }),
      paper('Kế hoạch, đề án'),
    ],
  },
  commendation: {
    name: 'Biểu dương, khen thưởng',
    count: 'tập thể',
    reach: 'cá nhân',
    fields: [paper('Quyết định khen thưởng'), agency('Cơ quan khen thưởng'), choice('level', 'Cấp', LEVELS)],
  },
  survey: {
    name: 'Khảo sát, nắm tình hình',
    count: 'cuộc',
    reach: 'điểm',
    fields: [remark('subject', 'Vấn đề khảo sát'), count('forms', 'Phiếu, ý kiến thu được', 'phiếu'), paper('Báo cáo khảo sát')],
  },
  inspection: {
    name: 'Kiểm tra liên ngành',
    count: 'cuộc',
    reach: 'đơn vị',
    fields: [
      paper('Quyết định thành lập đoàn'),
      agency('Cơ quan chủ trì đoàn'),
      pair('findings', 'Tồn tại', 'đã phát hiện', 'đã khắc phục'),
    ],
  },
  supervision: {
    name: 'Giám sát',
    count: 'cuộc',
    reach: 'công trình',
    fields: [
      choice('form', 'Hình thức (Luật MTTQ Việt Nam, Điều 27)', {
        papers: 'Nghiên cứu, xem xét văn bản',
        team: 'Tổ chức đoàn giám sát',
        community: 'Qua Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng',
        joint: 'Tham gia giám sát với cơ quan có thẩm quyền',
      }),
      pair('proposals', 'Kiến nghị sau giám sát', 'đã gửi', 'đã được giải quyết'),
      paper('Thông báo kết quả'),
    ],
  },
  critique: {
    name: 'Phản biện xã hội, góp ý dự thảo',
    count: 'văn bản',
    reach: 'ý kiến',
    fields: [
      choice('form', 'Hình thức', { critique: 'Phản biện xã hội', comment: 'Góp ý dự thảo' }),
      paper('Dự thảo được góp ý'),
      agency('Cơ quan soạn thảo'),
      { ...day('deadline', 'Hạn góp ý'), dueFor: 'comments' },
      pair('comments', 'Ý kiến', 'đã gửi', 'được tiếp thu'),
    ],
  },
  appraisal: {
    name: 'Thẩm định, nghiệm thu đề án, đề tài',
    count: 'đề án',
    reach: 'thành viên hội đồng',
    fields: [
      paper('Đề án, đề tài'),
      agency('Cơ quan chủ trì đề án'),
      choice('result', 'Kết quả', { passed: 'Thông qua', mended: 'Thông qua, yêu cầu sửa', not: 'Không thông qua' }),
    ],
  },
  advice: {
    name: 'Tham mưu, đề xuất',
    count: 'văn bản',
    reach: null,
    fields: [
      paper('Văn bản tham mưu'),
      agency('Gửi cơ quan'),
      day('sent', 'Ngày trình'),
      { ...choice('outcome', 'Kết quả', OUTCOMES), answer: true, open: ['waiting'] },
      paper('Văn bản được ban hành', 'issued'),
      pair('papers', 'Văn bản', 'đã tham mưu', 'đã ban hành'),
    ],
  },
  drafting: {
    name: 'Soạn thảo đề án, chính sách, văn bản',
    count: 'văn bản',
    reach: 'bản phát hành',
    fields: [
      paper('Văn bản'),
      choice('step', 'Bước', {
        outline: 'Đề cương',
        draft: 'Dự thảo',
        consult: 'Lấy ý kiến',
        submit: 'Đã trình',
        issued: 'Đã ban hành',
      }),
      agency('Cơ quan ban hành'),
    ],
  },
  urging: {
    name: 'Đôn đốc',
    count: 'lần',
    reach: 'đơn vị',
    fields: [
      paper('Công văn đôn đốc'),
      { ...pair('answers', 'Đơn vị', 'được đôn đốc', 'đã trả lời'), answer: true },
      { ...day('deadline', 'Hạn trả lời'), dueFor: 'answers' },
    ],
  },
  'grassroots-trip': {
    name: 'Đi cơ sở',
    count: 'chuyến',
    reach: 'xã',
    fields: [remark('subject', 'Nội dung làm việc'), pair('promises', 'Việc hứa giải quyết', 'đã hứa', 'đã làm xong')],
  },
  guidance: {
    name: 'Hướng dẫn cấp dưới',
    count: 'cuộc',
    reach: 'đơn vị',
    fields: [paper('Văn bản hướng dẫn'), remark('subject', 'Nội dung hướng dẫn')],
  },
  information: {
    name: 'Trao đổi, cung cấp thông tin',
    count: 'bản',
    reach: 'cơ quan nhận',
    fields: [paper('Văn bản, báo cáo'), agency('Gửi cơ quan'), remark('subject', 'Nội dung thông tin')],
  },
  staffing: {
    name: 'Công tác cán bộ, lực lượng cốt cán (chỉ ghi số lượng)',
    count: 'đợt',
    reach: 'lượt cán bộ',
    fields: [
      count('trained', 'Được đào tạo, bồi dưỡng', 'cán bộ'),
      count('planned', 'Được quy hoạch', 'cán bộ'),
      count('introduced', 'Được giới thiệu, ứng cử', 'cán bộ'),
      agency('Tổ chức, cơ quan'),
    ],
  },
  support: {
    name: 'Thực hiện chế độ, chính sách, hỗ trợ',
    count: 'đợt',
    reach: 'suất',
    fields: [remark('policy', 'Chế độ, chính sách'), paper('Quyết định'), count('households', 'Hộ được hỗ trợ', 'hộ')],
  },
  model: {
    name: 'Xây dựng mô hình',
    count: 'mô hình',
    reach: 'hộ',
    fields: [
      choice('step', 'Bước', {
        registered: 'Đăng ký',
        started: 'Ra mắt',
        kept: 'Duy trì',
        spread: 'Nhân rộng',
        recognised: 'Được công nhận',
        ended: 'Kết thúc',
      }),
      remark('content', 'Nội dung mô hình'),
      paper('Quyết định'),
    ],
  },
  other: { name: 'Việc khác', count: null, reach: null, fields: [] },
} as const satisfies Record<string, Kind>

export type ActivityKind = keyof typeof KINDS
export const ACTIVITY_KINDS = Object.keys(KINDS) as readonly ActivityKind[]

/** The kind that a commitment's topic proposes. */
export const KIND_OF_TOPIC: Readonly<Record<string, ActivityKind>> = {
  communication: 'communication',
  movement: 'communication',
  training: 'training',
  supervision: 'supervision',
  inspection: 'inspection',
  survey: 'survey',
  critique: 'critique',
  opinion: 'survey',
  petition: 'advice',
  'voter-contact': 'voter-contact',
  model: 'model',
  commendation: 'commendation',
  visit: 'visit',
  meeting: 'meeting',
  information: 'information',
  congress: 'congress',
  planning: 'drafting',
  cascade: 'guidance',
  guidance: 'guidance',
  urging: 'urging',
  review: 'conference',
  advice: 'advice',
  drafting: 'drafting',
  'grassroots-trip': 'grassroots-trip',
  twinning: 'visit',
  cadre: 'staffing',
  benefit: 'support',
}

/** What a duty without a topic comes to, by the words that it is put in; the first that fits. */
export const KIND_OF_WORDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/thẩm định|nghiệm thu|đề tài/iu, 'appraisal'],
  [/đoàn viên, hội viên|tổ chức (?:các )?(?:tổ chức )?đoàn thể|nguồn nhân lực|cốt cán/iu, 'staffing'],
  [/(?:ngày kỷ niệm|ngày lễ|lễ tết|dịp tết)/iu, 'visit'],
  [/chính sách, giải pháp|xây dựng, triển khai/iu, 'drafting'],
  [/đề nghị .*(?:hỗ trợ|tạo điều kiện)/iu, 'advice'],
  [/bàn bạc|thống nhất|điều chỉnh, bổ sung/iu, 'meeting'],
  [/phát huy|giữ gìn|bảo tồn|bảo vệ|an ninh|quốc phòng|văn hóa|văn hoá/iu, 'communication'],
  [/triển khai|thực hiện/iu, 'guidance'],
]
