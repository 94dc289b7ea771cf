import type { ReadDb } from '../../engine/db/database.ts'
import { moment, question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { whyNotPermitted } from '../../kernel/permissions.ts'
import type { PaperState } from './contract.ts'
import { type Incoming, openIncoming, sentTo, strandedMails, toIncoming } from './dispatch/store.ts'
import { CLERK, SIGN, turnOf } from './rules.ts'
import { citationOf, listPapers, type PaperHead } from './store.ts'
import { titleOf } from './words.ts'

/** Papers whose next step is the own side's: the form to be checked, the file to be frozen, signed, numbered, sealed. */
export const paperDeadlines: DeadlineSource = {
  kind: 'official-paper',
  ask: ({ db, acting, today }) => {
    if (typeof acting === 'string') return null
    const [clerk, signs] = [CLERK, SIGN].map(permission => whyNotPermitted(permission, acting) === null)
    if (!clerk && !signs) return null
    const open = db.selectFrom('paper').select('id as paper_id').where('removed_at', 'is', null).where('state', 'in', OPEN)
    return question({ open }, async rows => {
      const papers = await papersOf(db, rows.open)
      return papers.flatMap((paper): Deadline[] => {
        const step = stepOf(paper, acting.bodyId)
        if (step === null || !(step === 'sign' ? signs : clerk)) return []
        // Issued on the day of the signature or the next working day (NĐ 30/2020/NĐ-CP, Điều 18).
        const dueOn = paper.dated ? addDays(paper.dated, 1) : step === 'number' ? today : null
        return [lineOf(paper, `paper-${step}`, dueOn)]
      })
    })
  },
}

function stepOf(paper: PaperHead, bodyId: string): 'check' | 'freeze' | 'sign' | 'number' | 'seal' | null {
  const turn = turnOf(paper)
  if (turn) return turn.bodyId === bodyId ? turn.step : null
  if (paper.bodyId !== bodyId) return null
  return paper.state === 'draft' ? 'check' : paper.state === 'checked' ? 'freeze' : null
}

const lineOf = (paper: PaperHead, step: string, dueOn: string | null): Deadline => ({
  kind: 'official-paper',
  id: paper.id,
  ...(paper.programmeId ? { programmeId: paper.programmeId } : {}),
  title: titleOf(paper),
  context: citationOf(paper) ?? '',
  address: `/van-ban/${paper.id}`,
  dueOn,
  waits: 'us',
  role: 'lead',
  step,
})

/** Letters by mail that did not leave: the clerk looks at the address and sends them again, the same day. */
export const mailDeadlines: DeadlineSource = {
  kind: 'paper-mail',
  ask: ({ db, acting, now }) => {
    if (typeof acting === 'string' || whyNotPermitted(CLERK, acting) !== null) return null
    return question({ stranded: strandedMails(db, acting.bodyId, now) }, async ({ stranded }) => {
      const papers = await papersOf(db, stranded)
      return stranded.flatMap((one): Deadline[] => {
        const paper = papers.find(({ id, state }) => id === one.paper_id && state === 'issued')
        if (!paper) return []
        const line = lineOf(paper, 'paper-mail', vietnamDate(moment(one.sent_at)))
        return [{ ...line, kind: 'paper-mail', id: one.id, context: `${line.context} · ${one.to_name}` }]
      })
    })
  },
}

/** What came in and waits: to be entered the same day (Điều 21), to be given to a unit, to be settled by its day. */
export const incomingDeadlines: DeadlineSource = {
  kind: 'incoming',
  ask: ({ db, acting }) => {
    if (typeof acting === 'string') return null
    const clerk = whyNotPermitted(CLERK, acting) === null
    const dispatched = {
      sent: sentTo(db, acting.bodyId).select(['id', 'paper_id', 'sent_at']),
      open: openIncoming(db, acting.bodyId),
    }
    return question(dispatched, async ({ sent, open }) => {
      const waiting = clerk ? sent : []
      const papers = await papersOf(db, waiting)
      const arrived = waiting.flatMap((one): Deadline[] => {
        const paper = papers.find(({ id }) => id === one.paper_id)
        if (!paper) return []
        const line = lineOf(paper, 'incoming-receive', vietnamDate(moment(one.sent_at)))
        return [{ ...line, kind: 'incoming', id: one.id, address: '/van-ban/den' }]
      })
      const seen = open.map(toIncoming).filter(one => one.leadUnit !== null || clerk || acting.roles.includes('leader'))
      return [...arrived, ...seen.map(incomingLine)]
    })
  },
}

const incomingLine = (one: Incoming): Deadline => ({
  kind: 'incoming',
  id: one.id,
  ...(one.programmeId ? { programmeId: one.programmeId } : {}),
  title: one.subject,
  context: `${one.cited} · ${one.issuer}`,
  address: `/van-ban/den/${one.id}`,
  dueOn: one.dueOn ?? (one.leadUnit === null ? one.arrivedOn : null),
  waits: 'us',
  role: 'lead',
  step: one.leadUnit === null ? 'incoming-give' : 'incoming-settle',
})

const OPEN: readonly PaperState[] = ['draft', 'checked', 'frozen']

const papersOf = async (db: ReadDb, found: readonly { paper_id: string }[]): Promise<PaperHead[]> =>
  found.length === 0 ? [] : listPapers(db, { ids: found.map(one => one.paper_id) })
