import type { QueryContext } from '../../../engine/query.ts'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { longDate, printDate } from '../../../kernel/dates.ts'
import type { WhyNot } from '../../../kernel/refusal.ts'
import { type Block, letterPaper, type Paper } from '../../documents/index.ts'
import { citeProgramme, getProgramme, type Party, partiesOn, sideSigners } from '../../programmes/index.ts'
import { agreementOnRequest, getRequest, type Request } from './store.ts'

/** A letter as a paper, who issues it (who wrote it leads), and why it cannot leave yet. */
export type RequestLetter = { paper: Paper; programmeId: string; parties: Party[]; ready: WhyNot }
type Context = Pick<QueryContext, 'db' | 'acting' | 'today'>

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const ended = (text: string): string => text.replace(/[\s.;]*(\.\/\.)?$/u, '')

/** What is asked of a body outside the programme, in the name of each that signs it. */
export async function requestLetter(context: Context, id: string): Promise<RequestLetter> {
  const { found, of, bodies, parties } = await load(context, id)
  const lines = found.content.split('\n').filter(Boolean)
  const paper = letterPaper(
    { bodies, day: context.today },
    {
      about: `V/v đề nghị phối hợp thực hiện ${of}`,
      addressees: [found.toName],
      blocks: [
        paragraph(`Thực hiện ${of}, ${namesOf(parties)} đề nghị:`),
        ...lines.map((line, at) => paragraph(at === lines.length - 1 ? ended(line) : line)),
      ],
      recipients: [...parties.slice(1).map(party => party.name), 'Lưu: VT'],
    },
  )
  return { paper, programmeId: found.programmeId, parties, ready: whyNotLetter(found) }
}

/** "Công văn đôn đốc": that the answer to a request has not come. Who wrote the request urges. */
export async function urgingLetter(context: Context, id: string): Promise<RequestLetter> {
  const { found, of, bodies, parties } = await load(context, id, true)
  const { number, sentOn, dueOn, toName, content } = found
  const sent = `Công văn số ${number ?? ''} ${sentOn ? longDate(sentOn) : ''}`.trim()
  const nothing = `${namesOf(parties)} chưa nhận được văn bản trả lời.`
  const blocks = [
    `Thực hiện ${of}, ${namesOf(parties)} đã gửi ${toName} ${sent}, đề nghị: ${ended(content.replace(/\n+/g, ' '))}.`,
    dueOn ? `Thời hạn đề nghị trả lời là ngày ${printDate(dueOn)}; đến nay, ${nothing}` : `Đến nay, ${nothing}`,
    `Đề nghị ${toName} quan tâm giải quyết và trả lời bằng văn bản.`,
  ].map(paragraph)
  const paper = letterPaper(
    { bodies, day: context.today },
    { about: `V/v đôn đốc trả lời ${sent}`, addressees: [toName], blocks },
  )
  const waits = found.state === 'sent' || found.state === 'urged'
  return { paper, programmeId: found.programmeId, parties, ready: waits ? null : { code: 'exchange.request-not-waiting' } }
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

const namesOf = (parties: readonly Party[]): string => parties.map(party => party.name).join(' và ')

/** What several sign leaves once each has agreed; what has left has its number. */
function whyNotLetter({ state, removed, signedWith }: Pick<Request, 'state' | 'removed' | 'signedWith'>): WhyNot {
  if (removed) return { code: 'exchange.request-removed' }
  if (state === 'agreed' || (state === 'draft' && signedWith.length === 0)) return null
  return {
    code: state === 'sent' || state === 'urged' || state === 'answered' ? 'exchange.request-sent' : 'exchange.request-not-agreed',
  }
}
