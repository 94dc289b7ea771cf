import type { Export } from '../../engine/feature.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { shortDigest } from '../../kernel/short-digest.ts'
import { fill } from '../../ui/messages/catalogue.ts'
import { papers as words } from '../../ui/messages/vi/papers.ts'
import { type ArtItem, renderArt } from '../documents/index.ts'
import { bytesOf } from './keep-copy.ts'
import { printWithFeet } from './pdf-pool.ts'
import { copiesOf, getPaper } from './store.ts'
import { fileNameOf } from './words.ts'

type Loaded = { name: string; sha256: string; pages: number }

/** In points: one line, narrower than any page that is signed. */
const FOOT = { x: 0, y: 0, width: 300, height: 12 }
const SIZE = 8

/** The frozen file to be signed by hand: each page with the short digest and its place among the pages in its foot. */
export const printExport: Export = {
  name: 'paper-to-print',
  formats: ['pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db }, id): Promise<Loaded> => {
    const paper = await getPaper(db, id)
    const frozen = (await copiesOf(db, id)).find(copy => copy.fileId === paper.frozenFile)
    if (!frozen || paper.pages === null) throw new Refusal('papers.not-frozen')
    return { name: fileNameOf(paper), sha256: frozen.sha256, pages: paper.pages }
  },
  render: async ({ name, sha256, pages }: Loaded, _format: string, files: FileStore) => {
    const feet = Array.from({ length: pages }, (_, at) =>
      fill(words['papers.print-foot'], { code: shortDigest(sha256), page: at + 1, pages }),
    )
    const items = feet.map((text): ArtItem => ({ kind: 'words', ...FOOT, text, size: SIZE }))
    const art = await renderArt({ box: { page: 0, ...FOOT }, items }, null)
    const bytes = await printWithFeet(await bytesOf(files, sha256), art)
    return { bytes, mediaType: 'application/pdf', fileName: `in-${name}` }
  },
}
