import type { Export } from '../../engine/feature.ts'
import type { QueryContext } from '../../engine/query.ts'
import { longDate } from '../../kernel/dates.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { shortDigest } from '../../kernel/short-digest.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import { getBody, leaderOf } from '../agencies/index.ts'
import { type Annex, type Block, letterPaper, type Paper, paragraph, renderDocx, renderPdf } from '../documents/index.ts'
import { type PaperSubjectKind, partiesByPost, partiesOf } from '../programmes/index.ts'
import { getPostable, POSTAL, type Postable } from './subjects.ts'
import { titlesOf } from './titles.ts'

type Letter = { about: string; addressees: string[]; blocks: Block[]; annexes?: Annex[]; code: string | null }
type LoadedLetter = { paper: Paper; file: string }

const dash = (text: string): Block => ({ kind: 'paragraph', level: 4, label: '-', runs: [{ text }] })

const exportOf = (name: string, load: (context: QueryContext, id: string) => Promise<LoadedLetter>): Export => ({
  name,
  formats: ['docx', 'pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load,
  render: async ({ paper, file }: LoadedLetter, format) => ({
    bytes: await (format === 'pdf' ? renderPdf(paper) : renderDocx(paper)),
    mediaType: format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: `${file}.${format}`,
  }),
})

/** Number and date stay blank: the clerk gives both in the body's own register (NĐ 30/2020/NĐ-CP, Điều 15). */
async function paperOf({ db, acting, today }: QueryContext, letter: Letter): Promise<Paper> {
  if (typeof acting === 'string') throw new Refusal('not-permitted')
  const { code, ...content } = letter
  const own = await getBody(db, acting.bodyId)
  return letterPaper({ bodies: [{ ...own, signer: await leaderOf(db, own.id) }], day: today, code }, content)
}

const TABLES = {
  plan: 'plan',
  review: 'review',
  amendment: 'amendment',
  indicator: 'working_indicator',
  meeting: 'meeting',
  request: 'exchange_request',
  'own-kind': 'own_kind',
} as const

/** What a letter goes with, by its id: packages carry a letter of their own. */
async function findSubject({ db }: QueryContext, id: string): Promise<Postable> {
  for (const kind of ['plan', 'review', 'amendment', 'indicator', 'meeting', 'request', 'own-kind'] as const) {
    const found = await db.selectFrom(TABLES[kind]).select('id').where('id', '=', id).executeTakeFirst()
    if (found) return getPostable(db, kind, id)
  }
  throw new Refusal('not-found', { what: 'letter' })
}

/** Behind the letter stands what has no paper of its own. */
async function annexesOf({ db }: QueryContext, { kind, id }: Postable): Promise<Annex[]> {
  const annex = await POSTAL[kind].annex?.(db, id)
  return annex ? [{ label: 'Phụ lục', ...annex, landscape: false }] : []
}

/** The letter that goes to the parties by post with what they are to agree to: what is asked, and which code their answer is to cite. */
export const coverExport = exportOf('post-letter', async (context, id) => {
  const { db, acting } = context
  const subject = await findSubject(context, id)
  const byPost = await partiesByPost(db, subject.programmeId)
  const own = typeof acting === 'string' ? '' : acting.bodyId
  const to = (await partiesOf(db, subject.programmeId)).filter(party => byPost.has(party.bodyId) && party.bodyId !== own)
  const first = to[0]
  if (!first) throw new Refusal('not-found', { what: 'letter' })
  const { whole, lines } = await subject.outgoing(first.bodyId)
  const digest = lines ?? whole
  if (digest === null) throw new Refusal('not-found', { what: 'letter' })
  const name = (await titlesOf(db, [{ kind: subject.kind, subjectId: id }])).get(id)!
  const about = lines ? `đề nghị điều chỉnh ${lowered(name.title)}` : lowered(name.title)
  const code = shortDigest(digest)
  const ask = lines
    ? ['Đồng ý với từng dòng đề nghị; hoặc không đồng ý, nêu rõ lý do.']
    : [`Thống nhất toàn bộ nội dung;`, `Đề nghị điều chỉnh: nêu từng mục, nội dung đề nghị và lý do;`, `Trả lại, nêu rõ lý do.`]
  const blocks = [
    paragraph(`Thực hiện chương trình phối hợp công tác (${name.programme}), xin gửi kèm ${about}; mã đối chiếu: ${code}.`),
    paragraph(
      'Đề nghị quý cơ quan nghiên cứu và có văn bản trả lời, trong đó ghi rõ mã đối chiếu nêu trên và một trong các nội dung sau:',
    ),
    ...ask.map(dash),
    paragraph('Văn bản trả lời được ghi nhận theo số, ngày của quý cơ quan.'),
  ]
  const annexes = await annexesOf(context, subject)
  const letter = { about: `lấy ý kiến về ${about}`, addressees: to.map(party => party.name), blocks, annexes, code }
  return { paper: await paperOf(context, letter), file: 'cong-van-gui-kem' }
})

/** A note that urges the answer to one of our letters, drafted from what was registered. */
export const urgeExport = exportOf('post-urge', async (context, id) => {
  const { db, acting } = context
  const sending = await db.selectFrom('paper_sending').selectAll().where('id', '=', id).executeTakeFirst()
  if (!sending || typeof acting === 'string' || sending.from_body !== acting.bodyId)
    throw new Refusal('not-found', { what: 'paper-sending' })
  const kind = sending.subject_kind as PaperSubjectKind
  const name = (await titlesOf(db, [{ kind, subjectId: sending.subject_id }])).get(sending.subject_id)
  const to = await getBody(db, sending.to_body)
  const about = lowered(name?.title ?? '')
  const code = shortDigest(sending.digest)
  const blocks = [
    paragraph(
      `Tại văn bản số ${sending.letter_number}, ${longDate(sending.letter_date)}, chúng tôi đã gửi ${about} (mã đối chiếu: ${code}) để lấy ý kiến của quý cơ quan.`,
    ),
    paragraph(
      'Đến nay chúng tôi chưa nhận được văn bản trả lời. Đề nghị quý cơ quan quan tâm, sớm có ý kiến để triển khai đúng tiến độ.',
    ),
  ]
  const letter = { about: `đôn đốc trả lời về ${about}`, addressees: [to.name], blocks, code }
  return { paper: await paperOf(context, letter), file: 'cong-van-don-doc' }
})
