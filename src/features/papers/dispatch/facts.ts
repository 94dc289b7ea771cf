import type { ReadDb } from '../../../engine/db/database.ts'
import { printDate } from '../../../kernel/dates.ts'
import { hyphened } from '../../../kernel/vietnamese.ts'
import { printedOn } from '../../agencies/index.ts'
import { nameOf } from '../kinds.ts'
import { printNumber } from '../numbers.ts'
import { unitNames } from '../queries/incoming.ts'
import { citationOf, copiesOf, listPapers, originalsOf, type PaperHead } from '../store.ts'
import { namedOriginals } from '../words.ts'
import type { PaperFacts, Passed } from './metadata.ts'
import { dispatchesOf, type Incoming, incomingOf } from './store.ts'

/** What goes with an issued paper: its originals are the file with its signatures, and the scans of what was signed by hand. */
export async function factsOf(db: ReadDb, paper: PaperHead): Promise<PaperFacts> {
  const sent = await dispatchesOf(db, paper.id)
  const ids = [...paper.parties.map(party => party.bodyId), ...sent.flatMap(one => one.toBody ?? [])]
  const bodies = await printedOn(db, ids, paper.dated!, paper.programmeId)
  const codeOf = (id: string | null) => (id === null ? null : (bodies.get(id)?.code ?? null))
  return {
    kind: paper.kind,
    number: printNumber(paper.number!, paper.letter),
    symbol: paper.symbol,
    dated: paper.dated!,
    subject: paper.subject,
    pages: paper.pages,
    description: await descriptionOf(db, paper),
    priority: paper.sourceKind === 'file' ? null : 'Thường',
    organs: paper.parties.map(party => ({ code: codeOf(party.bodyId), name: party.name })),
    signers: paper.signers,
    to: sent.map(one => ({ code: codeOf(one.toBody), name: one.toName })),
    arrived: null,
    files: namedOriginals(paper, originalsOf(await copiesOf(db, paper.id))),
  }
}

/** In the words of whoever opens the file later. */
async function descriptionOf(
  db: ReadDb,
  { amends, amendsAs, state, endedOn, endedReason, parties }: PaperHead,
): Promise<string | null> {
  const [amended] = amends ? await listPapers(db, { ids: [amends] }) : []
  const inked = parties.filter(party => party.way === 'ink').map(party => party.name)
  const told = [
    amended && `${amendsAs === 'replaces' ? 'Thay thế' : 'Đính chính'} ${nameOf(amended.kind)} số ${citationOf(amended)}`,
    inked.length > 0 && `Bản giấy ký tay của ${inked.join('; ')}, lưu bản chụp`,
    state === 'recalled' && `Đã thu hồi ngày ${printDate(endedOn!)}: ${endedReason}`,
  ].filter(Boolean)
  return told.length > 0 ? told.join('. ') : null
}

/**
 * The papers of a programme in the order of time: those that its sides issued, and those that the own body received about it. One
 * that came within the site is the paper itself, with its day and number of arrival.
 */
export async function dossierOf(db: ReadDb, programmeId: string): Promise<PaperFacts[]> {
  const came = await incomingOf(db, programmeId)
  const issued = await listPapers(db, { states: ['issued', 'recalled'], programmeId })
  const received = await listPapers(db, { ids: came.flatMap(one => one.paperId ?? []) })
  const papers = new Map([...issued, ...received].map(paper => [paper.id, paper]))
  const units = await unitNames(db, came[0]?.bodyId ?? null)
  const facts: PaperFacts[] = []
  for (const paper of papers.values()) {
    const arrival = came.find(one => one.paperId === paper.id)
    const one = await factsOf(db, paper)
    const arrived = arrival ? { ...arrivedAs(arrival, units), trace: await traceOf(db, arrival, one) } : null
    facts.push({ ...one, arrived })
  }
  for (const one of came) if (one.paperId === null) facts.push(await factsOfIncoming(db, one, units))
  return facts.toSorted((a, b) => a.dated.localeCompare(b.dated) || Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10))
}

const arrivedAs = ({ arrivedOn, number, leadUnit, supportUnits, dueOn }: Incoming, units: ReadonlyMap<string, string>) => ({
  on: arrivedOn,
  number,
  toPlaces: [...(leadUnit ? [leadUnit] : []), ...supportUnits].flatMap(unit => units.get(unit) ?? []),
  dueOn,
  trace: [] as Passed[],
})

/** From whom to whom a paper went within the site, and when; of what came otherwise only the day of arrival is known. */
async function traceOf(db: ReadDb, { paperId, bodyId, arrivedOn }: Incoming, { organs }: PaperFacts): Promise<Passed[]> {
  const sent = (await dispatchesOf(db, paperId!)).findLast(one => one.toBody === bodyId && one.received)
  if (!sent) return []
  const receiver = (await printedOn(db, [bodyId], arrivedOn)).get(bodyId)
  return [
    { ...organs[0]!, at: sent.sentAt },
    { code: receiver?.code ?? null, name: receiver?.name ?? '', at: sent.receivedAt! },
  ]
}

async function factsOfIncoming(db: ReadDb, came: Incoming, units: ReadonlyMap<string, string>): Promise<PaperFacts> {
  const { kind, cited, dated, subject, issuer } = came
  const mark = cited.search(/[/-]/)
  const file = came.fileId
    ? await db.selectFrom('file').select(['name', 'sha256']).where('id', '=', came.fileId).executeTakeFirst()
    : undefined
  const ending = /\.[a-z]{3,4}$/i.exec(file?.name ?? '')?.[0].toLowerCase() ?? '.pdf'
  return {
    kind,
    number: mark < 0 ? cited : cited.slice(0, mark),
    symbol: mark < 0 ? '' : cited.slice(mark + 1),
    dated,
    subject,
    pages: null,
    description: null,
    priority: null,
    organs: [{ code: null, name: issuer }],
    signers: [],
    to: [],
    arrived: arrivedAs(came, units),
    files: file ? [{ name: `${hyphened(`den ${came.number} ${cited}`)}${ending}`, sha256: file.sha256 }] : [],
  }
}
