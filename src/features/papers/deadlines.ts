import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { addDays, vietnamDate } from '../../kernel/dates.ts'
import { whyNotPermitted } from '../../kernel/permissions.ts'
import { listOpenIncoming, strandedMails, waitingFor } from './dispatch/store.ts'
import { CLERK, SIGN, turnOf } from './rules.ts'
import { citationOf, listPapers, type PaperRow } from './store.ts'
import { titleOf } from './words.ts'

/** Papers whose next step is the own side's: the form to be checked, the file to be frozen, signed, numbered, sealed. */
export const paperDeadlines: DeadlineSource = {
  kind: 'official-paper',
  find: async ({ db, acting, today }) => {
    if (typeof acting === 'string') return []
    const [clerk, signs] = [CLERK, SIGN].map(permission => whyNotPermitted(permission, acting) === null)
    const papers = await listPapers(db, { states: ['draft', 'checked', 'frozen'] })
    return papers.flatMap((paper): Deadline[] => {
      const step = stepOf(paper, acting.bodyId)
      if (step === null || !(step === 'sign' ? signs : clerk)) return []
      // Issued on the day of the signature or the next working day (NĐ 30/2020/NĐ-CP, Điều 18).
      const dueOn = paper.dated ? addDays(paper.dated, 1) : step === 'number' ? today : null
      return [lineOf(paper, `paper-${step}`, dueOn)]
    })
  },
}

function stepOf(paper: PaperRow, bodyId: string): 'check' | 'freeze' | 'sign' | 'number' | 'seal' | null {
  const turn = turnOf(paper)
  if (turn) return turn.bodyId === bodyId ? turn.step : null
  if (paper.bodyId !== bodyId) return null
  return paper.state === 'draft' ? 'check' : paper.state === 'checked' ? 'freeze' : null
}

const lineOf = (paper: PaperRow, step: string, dueOn: string | null): Deadline => ({
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
  find: async ({ db, acting }) => {
    if (typeof acting === 'string' || whyNotPermitted(CLERK, acting) !== null) return []
    const stranded = await strandedMails(db, acting.bodyId)
    const papers = await listPapers(db, { ids: stranded.map(one => one.paperId), states: ['issued'] })
    return stranded.flatMap((one): Deadline[] => {
      const paper = papers.find(({ id }) => id === one.paperId)
      if (!paper) return []
      const line = lineOf(paper, 'paper-mail', vietnamDate(new Date(one.sentAt)))
      return [{ ...line, kind: 'paper-mail', id: one.id, context: `${line.context} · ${one.toName}` }]
    })
  },
}

/** What came in and waits: to be entered the same day (Điều 21), to be given to a unit, to be settled by its day. */
export const incomingDeadlines: DeadlineSource = {
  kind: 'incoming',
  find: async ({ db, acting }) => {
    if (typeof acting === 'string') return []
    const clerk = whyNotPermitted(CLERK, acting) === null
    const waiting = clerk ? await waitingFor(db, acting.bodyId) : []
    const papers = await listPapers(db, { ids: waiting.map(one => one.paperId) })
    const arrived = waiting.flatMap((one): Deadline[] => {
      const paper = papers.find(({ id }) => id === one.paperId)
      if (!paper) return []
      const line = lineOf(paper, 'incoming-receive', vietnamDate(new Date(one.sentAt)))
      return [{ ...line, kind: 'incoming', id: one.id, address: '/van-ban/den' }]
    })
    const open = await listOpenIncoming(db, acting.bodyId)
    return [
      ...arrived,
      ...open
        .filter(one => one.leadUnit !== null || clerk || acting.roles.includes('leader'))
        .map(
          (one): Deadline => ({
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
          }),
        ),
    ]
  },
}
