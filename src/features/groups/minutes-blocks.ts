import type { ReadDb } from '../../engine/db/database.ts'
import { citeClause } from '../../kernel/cite-clause.ts'
import { longDate, printDate } from '../../kernel/dates.ts'
import { hourInWords } from '../../kernel/time-text.ts'
import { type Block, type PaperProfile, paragraph, sectionLabel } from '../documents/index.ts'
import { partiesOf } from '../programmes/index.ts'
import { type Conclusion, conclusionsOf, getMeeting, type Meeting } from './meetings.ts'

const lines = (text: string): Block[] => text.split('\n').filter(Boolean).map(paragraph)

/** The minutes as they are printed, by themselves or behind a letter: facts, what was spoken of, what was concluded and who does it by when. */
export async function minutesBlocks(
  db: ReadDb,
  id: string,
  profile: PaperProfile = 'nd30',
): Promise<{ title: string; blocks: Block[] }> {
  const heading = (nth: number, text: string): Block => ({ kind: 'heading', level: 1, label: sectionLabel(profile, nth), text })
  const meeting = await getMeeting(db, id)
  const { programmeId, heldOn, chairedBy, agenda, notes, endsAt } = meeting
  const parties = await partiesOf(db, programmeId)
  const nameOf = (bodyId: string) => parties.find(party => party.bodyId === bodyId)?.name ?? ''
  const conclusions = await conclusionsOf(db, id)
  const blocks = [
    heading(1, 'Thời gian, địa điểm, thành phần'),
    ...factsOf(meeting, nameOf(chairedBy)),
    heading(2, 'Nội dung'),
    ...lines(agenda),
    ...lines(notes),
    heading(3, 'Kết luận'),
    ...(conclusions.length > 0 ? [conclusionTable(conclusions, nameOf)] : [paragraph('Không có kết luận.')]),
    ...(endsAt ? [paragraph(`Cuộc họp kết thúc lúc ${hourInWords(endsAt)} cùng ngày.`)] : []),
  ]
  return { title: `Biên bản cuộc họp ngày ${printDate(heldOn)}`, blocks }
}

/** As far as they were written down (NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9). */
function factsOf({ heldOn, beginsAt, place, present, secretary }: Meeting, chair: string): Block[] {
  const units = present.split('\n').filter(Boolean)
  return [
    `Thời gian: ${beginsAt ? `${hourInWords(beginsAt)}, ` : ''}${longDate(heldOn)}.`,
    `Địa điểm: ${place}.`,
    ...(units.length > 0 ? [`Thành phần tham dự: ${units.join('; ')}.`] : []),
    `Chủ trì: ${chair}.`,
    ...(secretary ? [`Thư ký: ${secretary}.`] : []),
  ].map(paragraph)
}

function conclusionTable(conclusions: readonly Conclusion[], nameOf: (bodyId: string) => string): Block {
  const columns = [
    { title: 'Số', width: 1, align: 'center' as const },
    { title: 'Kết luận', width: 7, align: 'left' as const },
    { title: 'Chủ trì', width: 4, align: 'left' as const },
    { title: 'Phối hợp', width: 4, align: 'left' as const },
    // A whole day stands on one line.
    { title: 'Thời hạn', width: 3, align: 'center' as const },
  ]
  const rows = conclusions.map(({ text, leadBody, supportBodies, dueOn, clausePath }, at) => ({
    cells: [
      String(at + 1),
      clausePath ? `${text} (${citeClause(clausePath)})` : text,
      nameOf(leadBody),
      supportBodies.map(nameOf).join('; '),
      dueOn ? printDate(dueOn) : '',
    ],
  }))
  return { kind: 'table', table: { caption: null, columns, rows } }
}
