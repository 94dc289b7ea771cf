import type { QueryContext } from '../../../engine/query.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { longDate, printDate } from '../../../kernel/dates.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { type LetterField, letterPaper, type Paper, paragraph, type Wording, wordedBlocks } from '../../documents/index.ts'
import { citeProgramme, getProgramme, type Party, partiesOn, sideSigners } from '../../programmes/index.ts'
import { agreementOnRequest, getRequest, type Request } from './store.ts'

/** A letter as a paper, who issues it (who wrote it leads), and why it cannot leave yet. */
export type RequestLetter = { paper: Paper; programmeId: string; parties: Party[]; ready: WhyNot; wording: Wording }
type Context = Pick<QueryContext, 'db' | 'acting' | 'today'>

const ended = (text: string): string => text.replace(/[\s.;]*(\.\/\.)?$/u, '')

/** What is asked of a body outside the programme, in the name of each that signs it. */
export async function requestLetter(context: Context, id: string, words?: string[]): Promise<RequestLetter> {
  const { found, of, bodies, parties } = await load(context, id)
  const lines = found.content.split('\n').filter(Boolean)
  const asked = lines.map((line, at) => paragraph(at === lines.length - 1 ? ended(line) : line))
  const fields: LetterField[] = [...factsOf(of, parties, found), { name: 'Nội dung đề nghị', value: asked, kept: true }]
  const wording = { words: ['Thực hiện {Căn cứ}, {Cơ quan gửi} đề nghị:', '{Nội dung đề nghị}'], fields }
  const paper = letterPaper(
    { bodies, day: context.today },
    {
      about: `V/v đề nghị phối hợp thực hiện ${of}`,
      addressees: [found.toName],
      blocks: wordedBlocks({ words: words ?? wording.words, fields }),
      recipients: [...parties.slice(1).map(party => party.name), 'Lưu: VT'],
    },
  )
  return { paper, programmeId: found.programmeId, parties, ready: whyNotLetter(found), wording }
}

/** "Công văn đôn đốc": that the answer to a request has not come. Who wrote the request urges. */
export async function urgingLetter(context: Context, id: string, words?: string[]): Promise<RequestLetter> {
  const { found, of, bodies, parties } = await load(context, id, true)
  const { number, sentOn, dueOn, content } = found
  const sent = `Công văn số ${number ?? ''} ${sentOn ? longDate(sentOn) : ''}`.trim()
  const nothing = '{Cơ quan gửi} chưa nhận được văn bản trả lời.'
  const fields: LetterField[] = [
    ...factsOf(of, parties, found),
    { name: 'Công văn đã gửi', value: sent, kept: true },
    { name: 'Nội dung đề nghị', value: ended(content.replace(/\n+/g, ' ')) },
    ...(dueOn ? [{ name: 'Hạn trả lời', value: printDate(dueOn) }] : []),
  ]
  const wording = {
    words: [
      'Thực hiện {Căn cứ}, {Cơ quan gửi} đã gửi {Nơi nhận} {Công văn đã gửi}, đề nghị: {Nội dung đề nghị}.',
      dueOn ? `Thời hạn đề nghị trả lời là ngày {Hạn trả lời}; đến nay, ${nothing}` : `Đến nay, ${nothing}`,
      'Đề nghị {Nơi nhận} quan tâm giải quyết và trả lời bằng văn bản.',
    ],
    fields,
  }
  const blocks = wordedBlocks({ words: words ?? wording.words, fields })
  const paper = letterPaper(
    { bodies, day: context.today },
    { about: `V/v đôn đốc trả lời ${sent}`, addressees: [found.toName], blocks },
  )
  const waits = found.state === 'sent' || found.state === 'urged'
  const ready = waits ? null : { code: 'exchange.request-not-waiting' }
  return { paper, programmeId: found.programmeId, parties, ready, wording }
}

async function load({ db, acting, today }: Context, id: string, alone = false) {
  const found = await getRequest(db, id)
  const programme = await getProgramme(db, found.programmeId)
  const cited = citeProgramme(programme)
  const issuers = alone ? [found.from] : [found.from, ...found.signedWith]
  const all = await partiesOn(db, found.programmeId, today)
  const parties = issuers.flatMap(bodyId => all.find(party => party.bodyId === bodyId) ?? [])
  const signers = await sideSigners({ db, acting }, agreementOnRequest(found), found.digest ?? '')
  return {
    found,
    parties,
    bodies: parties.map(party => ({ ...party, signer: signers.find(one => one.bodyId === party.bodyId) ?? null })),
    of: found.clausePath ? `${citeClause(found.clausePath)} của ${cited}` : cited,
  }
}

const factsOf = (of: string, parties: readonly Party[], { toName }: Pick<Request, 'toName'>): LetterField[] => [
  { name: 'Căn cứ', value: of },
  { name: 'Cơ quan gửi', value: namesOf(parties) },
  { name: 'Nơi nhận', value: toName },
]

const namesOf = (parties: readonly Party[]): string => parties.map(party => party.name).join(' và ')

/** What several sign leaves once each has agreed; what has left has its number. */
function whyNotLetter({ state, removed, signedWith }: Pick<Request, 'state' | 'removed' | 'signedWith'>): WhyNot {
  if (removed) return { code: 'exchange.request-removed' }
  if (state === 'agreed' || (state === 'draft' && signedWith.length === 0)) return null
  return {
    code: state === 'sent' || state === 'urged' || state === 'answered' ? 'exchange.request-sent' : 'exchange.request-not-agreed',
  }
}
