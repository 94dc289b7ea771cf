import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadDb } from '../../../engine/db/database.ts'
import type { Export } from '../../../engine/feature.ts'
import type { FileStore } from '../../../engine/files/file-store.ts'
import { anyRole } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { printedOn } from '../../agencies/index.ts'
import { packZip, type ZipPart } from '../../exchange/index.ts'
import { getProgramme } from '../../programmes/index.ts'
import { copiesOf, getPaper, listPapers, type PaperHead } from '../store.ts'
import { fileNameOf } from '../words.ts'
import { metadataXml, type PaperFacts } from './metadata.ts'
import { dispatchesOf } from './store.ts'

type Loaded = { name: string; title: string | null; papers: PaperFacts[] }

/** The originals of a paper: the file with its signatures, and the scans of what was signed by hand. */
async function factsOf(db: ReadDb, paper: PaperHead): Promise<PaperFacts> {
  const copies = await copiesOf(db, paper.id)
  const scans = copies.filter(copy => copy.kind === 'scan')
  const signed = copies.findLast(copy => copy.kind !== 'scan' && copy.kind !== 'frozen')
  const originals = [...(signed ? [signed] : []), ...scans]
  const sent = await dispatchesOf(db, paper.id)
  const ids = [...paper.parties.map(party => party.bodyId), ...sent.flatMap(one => one.toBody ?? [])]
  const bodies = await printedOn(db, ids, paper.dated!, paper.programmeId)
  const codeOf = (id: string | null) => (id === null ? null : (bodies.get(id)?.code ?? null))
  const base = fileNameOf(paper)
  return {
    kind: paper.kind,
    number: paper.number!,
    letter: paper.letter,
    symbol: paper.symbol,
    dated: paper.dated!,
    subject: paper.subject,
    pages: paper.pages!,
    organs: paper.parties.map(party => ({ code: codeOf(party.bodyId), name: party.name })),
    signers: paper.signers,
    to: sent.map(one => ({ code: codeOf(one.toBody), name: one.toName })),
    files: originals.map((copy, at) => ({
      name: at === 0 ? base : base.replace(/\.pdf$/, `-${at + 1}.pdf`),
      sha256: copy.sha256,
    })),
  }
}

async function* text(words: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(words)
}

const partsOf = (files: FileStore, { papers, title }: Loaded): ZipPart[] => [
  ...papers.flatMap(paper =>
    paper.files.map(({ name, sha256 }) => ({ name, bytes: createReadStream(files.pathOf(sha256)) as AsyncIterable<Uint8Array> })),
  ),
  { name: title === null ? 'van-ban.xml' : 'ho-so.xml', bytes: text(metadataXml(papers, title)) },
]

const zipOf = async (loaded: Loaded, _format: string, files: FileStore) => ({
  bytes: Readable.from(packZip(partsOf(files, loaded))),
  mediaType: 'application/zip',
  fileName: `${loaded.name}.zip`,
})

/** An issued paper with the metadata of NĐ 30/2020/NĐ-CP, Phụ lục VI, as it goes to who is not on the site. */
export const sendingExport: Export = {
  name: 'paper-sending',
  formats: ['zip'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db }, id): Promise<Loaded> => {
    const paper = await getPaper(db, id)
    if (paper.issuedAt === null) throw new Refusal('papers.not-issued')
    return { name: fileNameOf(paper).replace(/\.pdf$/, ''), title: null, papers: [await factsOf(db, paper)] }
  },
  render: zipOf,
}

/** The file (hồ sơ) of a programme: its issued papers in the order of time with their metadata. */
export const dossierExport: Export = {
  name: 'paper-dossier',
  formats: ['zip'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db }, id): Promise<Loaded> => {
    const programme = await getProgramme(db, id)
    const issued = await listPapers(db, { states: ['issued', 'recalled'], programmeId: id })
    const papers: PaperFacts[] = []
    for (const one of issued) papers.push(await factsOf(db, one))
    const taken = new Map<string, number>()
    for (const file of papers.flatMap(paper => paper.files)) {
      const nth = (taken.get(file.name) ?? 0) + 1
      taken.set(file.name, nth)
      if (nth > 1) file.name = file.name.replace(/\.pdf$/, `-${nth}.pdf`)
    }
    return { name: 'ho-so-van-ban', title: programme.title, papers }
  },
  render: zipOf,
}
