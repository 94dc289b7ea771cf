import type { ReadDb } from '../../../engine/db/database.ts'
import { hyphened } from '../../../kernel/vietnamese.ts'
import { printedOn } from '../../agencies/index.ts'
import { printNumber } from '../numbers.ts'
import { unitNames } from '../queries/incoming.ts'
import { copiesOf, listPapers, originalsOf, type PaperHead } from '../store.ts'
import { namedOriginals } from '../words.ts'
import type { PaperFacts } from './metadata.ts'
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
    organs: paper.parties.map(party => ({ code: codeOf(party.bodyId), name: party.name })),
    signers: paper.signers,
    to: sent.map(one => ({ code: codeOf(one.toBody), name: one.toName })),
    arrived: null,
    files: namedOriginals(paper, originalsOf(await copiesOf(db, paper.id))),
  }
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
    facts.push({ ...(await factsOf(db, paper)), arrived: arrival ? arrivedAs(arrival, units) : null })
  }
  for (const one of came) if (one.paperId === null) facts.push(await factsOfIncoming(db, one, units))
  return facts.toSorted((a, b) => a.dated.localeCompare(b.dated) || Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10))
}

const arrivedAs = ({ arrivedOn, number, leadUnit, supportUnits, dueOn }: Incoming, units: ReadonlyMap<string, string>) => ({
  on: arrivedOn,
  number,
  toPlaces: [...(leadUnit ? [leadUnit] : []), ...supportUnits].flatMap(unit => units.get(unit) ?? []),
  dueOn,
})

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
    organs: [{ code: null, name: issuer }],
    signers: [],
    to: [],
    arrived: arrivedAs(came, units),
    files: file ? [{ name: `${hyphened(`den ${came.number} ${cited}`)}${ending}`, sha256: file.sha256 }] : [],
  }
}
