import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Export } from '../../../engine/feature.ts'
import type { FileStore } from '../../../engine/files/file-store.ts'
import { anyRole, personOf } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { packZip, type ZipPart } from '../../exchange/index.ts'
import { getProgramme } from '../../programmes/index.ts'
import { getPaper } from '../store.ts'
import { bareNameOf } from '../words.ts'
import { dossierOf, factsOf } from './facts.ts'
import { type Dossier, metadataXml, type PaperFacts } from './metadata.ts'

type Loaded = { name: string; dossier: Dossier | null; papers: PaperFacts[] }

async function* text(words: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(words)
}

const partsOf = (files: FileStore, { papers, dossier }: Loaded): ZipPart[] => [
  ...papers.flatMap(paper =>
    paper.files.map(({ name, sha256 }) => ({ name, bytes: createReadStream(files.pathOf(sha256)) as AsyncIterable<Uint8Array> })),
  ),
  { name: dossier === null ? 'van-ban.xml' : 'ho-so.xml', bytes: text(metadataXml(papers, dossier)) },
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
    return { name: bareNameOf(paper), dossier: null, papers: [await factsOf(db, paper)] }
  },
  render: zipOf,
}

/** The file (hồ sơ) of a programme: its papers in the order of time, each under its place in the file, with their metadata. */
export const dossierExport: Export = {
  name: 'paper-dossier',
  formats: ['zip'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db, acting }, id): Promise<Loaded> => {
    const { title, number } = await getProgramme(db, id)
    const papers = (await dossierOf(db, id)).map((paper, at) => ({
      ...paper,
      files: paper.files.map(file => ({ ...file, name: `${String(at + 1).padStart(3, '0')}-${file.name}` })),
    }))
    return { name: 'ho-so-van-ban', dossier: { title, notation: number, creator: personOf(acting).displayName }, papers }
  },
  render: zipOf,
}
