import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'

/** Kinds of work with the count pair that reports ask of them: first the work, then whom or what it reached. Units are data, printed as they stand. */
export const KINDS = {
  communication: { name: 'Tuyên truyền, vận động', count: 'buổi', reach: 'lượt người' },
  'legal-education': { name: 'Phổ biến, giáo dục pháp luật', count: 'buổi', reach: 'lượt người' },
  training: { name: 'Tập huấn, bồi dưỡng', count: 'lớp', reach: 'lượt học viên' },
  'voter-contact': { name: 'Tiếp xúc, đối thoại với Nhân dân', count: 'cuộc', reach: 'lượt người' },
  visit: { name: 'Thăm hỏi, tặng quà', count: 'đoàn', reach: 'suất quà' },
  meeting: { name: 'Họp, gặp mặt', count: 'cuộc', reach: 'đại biểu' },
  exchange: { name: 'Giao lưu', count: 'cuộc', reach: 'lượt người' },
  conference: { name: 'Hội nghị, hội thảo, sơ kết, tổng kết', count: 'hội nghị', reach: 'đại biểu' },
  congress: { name: 'Đại hội', count: 'đại hội', reach: 'đại biểu' },
  commendation: { name: 'Biểu dương, khen thưởng', count: 'tập thể', reach: 'cá nhân' },
  survey: { name: 'Khảo sát, nắm tình hình', count: 'cuộc', reach: 'điểm' },
  inspection: { name: 'Kiểm tra', count: 'cuộc', reach: 'đơn vị' },
  supervision: { name: 'Giám sát', count: 'cuộc', reach: 'công trình' },
  critique: { name: 'Phản biện xã hội', count: 'văn bản', reach: 'ý kiến' },
  advice: { name: 'Tham mưu, kiến nghị', count: 'văn bản', reach: null },
  drafting: { name: 'Soạn thảo văn bản, tài liệu', count: 'văn bản', reach: 'bản phát hành' },
  urging: { name: 'Đôn đốc', count: 'lần', reach: 'đơn vị' },
  'grassroots-trip': { name: 'Đi cơ sở', count: 'chuyến', reach: 'xã' },
  guidance: { name: 'Hướng dẫn', count: 'cuộc', reach: 'đơn vị' },
  information: { name: 'Trao đổi, cung cấp thông tin', count: 'bản', reach: 'cơ quan nhận' },
  model: { name: 'Xây dựng mô hình', count: 'mô hình', reach: 'hộ' },
  other: { name: 'Việc khác', count: null, reach: null },
} as const satisfies Record<string, { name: string; count: string | null; reach: string | null }>

export type ActivityKind = keyof typeof KINDS
export const ACTIVITY_KINDS = Object.keys(KINDS) as readonly ActivityKind[]

/** The kind that a commitment's topic proposes; the first topic that has one decides. */
const KIND_OF_TOPIC: Record<string, ActivityKind> = {
  communication: 'communication',
  movement: 'communication',
  training: 'training',
  supervision: 'supervision',
  inspection: 'inspection',
  survey: 'survey',
  critique: 'critique',
  opinion: 'critique',
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
  research: 'survey',
  advice: 'advice',
  drafting: 'drafting',
  'grassroots-trip': 'grassroots-trip',
  twinning: 'visit',
}
export const proposedKind = (topics: readonly string[]): ActivityKind =>
  topics.map(topic => KIND_OF_TOPIC[topic]).find(kind => kind !== undefined) ?? 'other'

export const uuid = z.guid()
export const isoDate = z.string().refine(isIsoDate, 'field.date')

const plainText = (max: number) =>
  z
    .string()
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'field.empty').max(max, 'field.too-long'))

const measured = z.strictObject({ value: z.number().min(0).max(1e12), unit: plainText(60) })

/** What officers write of an activity. Shared by the form and the server. */
export const activityFields = {
  itemIds: z.array(uuid).min(1, 'field.items').max(20),
  kind: z.enum(ACTIVITY_KINDS),
  title: plainText(500),
  heldOn: isoDate,
  heldTo: isoDate.optional(),
  place: plainText(300),
  count: measured.optional(),
  reach: measured.optional(),
  /** Whole đồng. */
  money: z.int().min(0).max(1e14).optional(),
  note: z
    .string()
    .max(4000, 'field.too-long')
    .transform(text => text.normalize('NFC').trim())
    .default(''),
}
export type ActivityFields = z.output<z.ZodObject<typeof activityFields>>
