import { paragraph } from '../blocks.ts'
import type { Paper, SignatureBlock } from '../contract.ts'
import { outlineBlocks, type Section } from '../outline.ts'
import { type Issue, paperOf, profileOf } from './letterhead.ts'

export type Minutes = {
  /** "Họp giao ban quý II năm 2026" */
  subject: string[]
  begins: string
  ends: string
  place: string
  present: string[]
  absent: string[]
  chair: { name: string; post: string }
  secretary: { name: string; post: string }
  /** What was spoken of and what was concluded. */
  sections: readonly Section[]
}

/** Biên bản: the secretary signs at the left, the chair at the right (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9; HD 36, 1.7.1e). */
export function minutesPaper(issue: Issue, minutes: Minutes): Paper {
  const { subject, begins, ends, place, present, absent, chair, secretary, sections } = minutes
  const signs = (position: string, { name }: Minutes['chair']): SignatureBlock => ({ authority: null, position, body: '', name })
  return paperOf('minutes', issue, {
    subject,
    blocks: [
      paragraph(`Thời gian bắt đầu: ${begins}.`),
      paragraph(`Địa điểm: ${place}.`),
      paragraph(`Thành phần tham dự: ${present.join('; ')}.`),
      ...(absent.length > 0 ? [paragraph(`Vắng: ${absent.join('; ')}.`)] : []),
      paragraph(`Chủ trì: ${chair.name}, ${chair.post}.`),
      paragraph(`Thư ký: ${secretary.name}, ${secretary.post}.`),
      paragraph('Nội dung:'),
      ...outlineBlocks(profileOf(issue), sections),
      paragraph(`Cuộc họp kết thúc vào ${ends}.`),
    ],
    signatures: [signs('Chủ trì', chair), signs('Thư ký', secretary)],
    recipients: [...issue.bodies.map(body => body.name), 'Lưu: VT'],
  })
}
