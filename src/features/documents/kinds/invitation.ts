import { dashes, paragraph, unended } from '../blocks.ts'
import type { Block, Paper } from '../contract.ts'
import { type Issue, paperOf } from './letterhead.ts'

export type Invitation = {
  /** What it invites to: "Hội nghị sơ kết 6 tháng đầu năm 2026". */
  event: string
  guests: string[]
  chair: string
  time: string
  place: string
  /** What is spoken of, one entry an item. */
  agenda?: readonly string[]
  /** What else guests should know: what to bring, whom to call. */
  notes: string[]
}

const fact = (name: string, text: string): Block => ({ kind: 'paragraph', runs: [{ text: `${name}: ` }, { text }] })

/** Giấy mời (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7). */
export function invitationPaper(issue: Issue, { event, guests, chair, time, place, agenda = [], notes }: Invitation): Paper {
  const hosts = issue.bodies.map(body => body.name).join(' và ')
  return paperOf('invitation', issue, {
    subject: [event],
    blocks: [
      ...listed(`${hosts} trân trọng kính mời`, guests),
      fact('Tới dự', `${event}.`),
      ...listed('Nội dung', agenda),
      fact('Chủ trì', `${chair}.`),
      fact('Thời gian', `${time}.`),
      fact('Địa điểm', `${place}.`),
      ...notes.map(paragraph),
    ],
    recipients: ['Như trên', 'Lưu: VT'],
  })
}

/** "Nội dung: …." of one entry; several stand under one another. */
function listed(name: string, entries: readonly string[]): Block[] {
  if (entries.length === 0) return []
  if (entries.length === 1) return [fact(name, `${unended(entries[0]!)}.`)]
  return [fact(name, ''), ...dashes(entries.map(unended))]
}
