import { Readable } from 'node:stream'
import type { Export } from '../../engine/feature.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { shortDigest } from '../../kernel/short-digest.ts'
import { hyphened } from '../../kernel/vietnamese.ts'
import { renderDocx, renderPdf } from '../documents/index.ts'
import type { PackageContent } from './contract.ts'
import { contentAsItStands } from './gather.ts'
import { annexOf, type LetterState, letterOf } from './letter.ts'
import { packZip, uniqueNames, type ZipPart } from './pack-zip.ts'
import { getPackage } from './store.ts'

/** `code` says which content was sent; a draft has none to be cited. */
export type LoadedPackage = { content: PackageContent; state: LetterState; code: string | null }

/** The package as it leaves: `pdf` is the letter alone, `zip` the letter, its annex and the files sent along. */
export const packageExport: Export = {
  name: 'package',
  formats: ['zip', 'pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db, acting, today }, id): Promise<LoadedPackage> => {
    const found = await getPackage(db, id)
    // A partner's own paper is its scan: nothing is printed in its name.
    if (found.paper) throw new Refusal('not-found', { what: 'package' })
    const { content } = await contentAsItStands(db, found, acting, today)
    const code = found.digest && shortDigest(found.digest)
    return { content, state: { sent: found.state !== 'draft', day: found.sentOn ?? today }, code }
  },
  render: async (loaded: LoadedPackage, format, files) => {
    const name = `thong-tin-${hyphened(loaded.content.label)}`
    const letter = await renderPdf({ ...letterOf(loaded.content, loaded.state), code: loaded.code })
    if (format === 'pdf') return { bytes: letter, mediaType: 'application/pdf', fileName: `${name}.pdf` }
    const bytes = Readable.from(packZip(await partsOf(loaded, letter, files)))
    return { bytes, mediaType: 'application/zip', fileName: `${name}.zip` }
  },
}

async function partsOf({ content, state, code }: LoadedPackage, letter: Uint8Array, files: FileStore): Promise<ZipPart[]> {
  const names = uniqueNames(content.files.map(file => file.name))
  const annex = content.activities.length > 0 ? [await renderDocx({ ...annexOf(content, state), code })] : []
  return [
    { name: 'cong-van.pdf', bytes: whole(letter) },
    ...annex.map(bytes => ({ name: 'phu-luc.docx', bytes: whole(bytes) })),
    ...content.files.map((file, at) => ({ name: `tai-lieu/${names[at]!}`, bytes: files.get(file.sha256) })),
  ]
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
