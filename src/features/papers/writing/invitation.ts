import { longDate } from '../../../kernel/dates.ts'
import { hourInWords } from '../../../kernel/time-text.ts'
import { lowered } from '../../../kernel/vietnamese.ts'
import { type Block, type Issue, invitationPaper, letterPaper, type Paper, paragraph, unended } from '../../documents/index.ts'
import type { Invitation } from './contract.ts'

/** Giấy mời (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.7), or the same as a letter to those who are invited. */
export const invitationOf = (issue: Issue, written: Invitation): Paper =>
  written.as === 'GM' ? invitationPaper(issue, { ...written, time: timeOf(written) }) : asLetter(issue, written)

/** "08 giờ 00, ngày 15 tháng 7 năm 2026" */
const timeOf = ({ at, on }: Invitation): string => `${hourInWords(at)}, ${longDate(on)}`

function asLetter(issue: Issue, written: Invitation): Paper {
  const { event, place, chair, agenda, guests, notes } = written
  const hosts = issue.bodies.map(body => body.name).join(' và ')
  const facts = [
    `Thời gian: ${timeOf(written)}.`,
    `Địa điểm: ${unended(place)}.`,
    `Chủ trì: ${unended(chair)}.`,
    ...(agenda.length > 0 ? [`Nội dung: ${agenda.map(unended).join('; ')}.`] : []),
  ]
  return letterPaper(issue, {
    about: `V/v mời dự ${lowered(event)}`,
    addressees: guests,
    blocks: [
      paragraph(`${hosts} tổ chức ${lowered(unended(event))}, trân trọng kính mời đại diện lãnh đạo quý cơ quan, đơn vị đến dự:`),
      ...facts.map((text, at): Block => ({ kind: 'paragraph', level: 2, label: `${at + 1}.`, runs: [{ text }] })),
      ...notes.map(paragraph),
    ],
  })
}
