import type { QueryContext } from '../../engine/query.ts'
import { printDate } from '../../kernel/dates.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { type Paper, paperOf, profileOf } from '../documents/index.ts'
import { citeProgramme, getProgramme, type Party, partiesOn, sideSigners } from '../programmes/index.ts'
import { getMeeting, subjectOf } from './meetings.ts'
import { minutesBlocks } from './minutes-blocks.ts'

/** Biên bản: what the parties have agreed was said and concluded, signed by each; who chaired leads (HD 05-HD/VPTW, 2.1.5). */
export async function minutesPaper(
  { db, acting, today }: Pick<QueryContext, 'db' | 'acting' | 'today'>,
  id: string,
): Promise<{ paper: Paper; programmeId: string; parties: Party[]; ready: WhyNot }> {
  const meeting = await getMeeting(db, id)
  const programme = await getProgramme(db, meeting.programmeId)
  const chairFirst = (party: Party) => (party.bodyId === meeting.chairedBy ? 0 : 1)
  const parties = (await partiesOn(db, meeting.programmeId, today)).toSorted((a, b) => chairFirst(a) - chairFirst(b))
  const signers = await sideSigners({ db, acting }, subjectOf(meeting), meeting.digest ?? '')
  const issue = {
    bodies: parties.map(party => ({ ...party, signer: signers.find(one => one.bodyId === party.bodyId) ?? null })),
    day: today,
  }
  const { blocks } = await minutesBlocks(db, id, profileOf(issue))
  const paper = paperOf('minutes', issue, {
    subject: [`Cuộc họp ngày ${printDate(meeting.heldOn)}`, `về thực hiện ${citeProgramme(programme)}`],
    blocks,
    recipients: [...parties.map(party => party.name), 'Lưu: VT'],
  })
  const ready = meeting.state === 'agreed' ? null : { code: 'papers.minutes-open' }
  return { paper, programmeId: meeting.programmeId, parties, ready }
}
