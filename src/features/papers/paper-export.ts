import type { Export } from '../../engine/feature.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { setBytes } from './set-paper.ts'
import { copiesOf, getPaper, latestOf, originalsOf } from './store.ts'
import { fileNameOf } from './words.ts'

type Loaded = { name: string; bytes: (files: FileStore) => Promise<Uint8Array> | NodeJS.ReadableStream }

/** The paper as it stands: as it would be frozen, or the frozen file bit for bit with the signatures so far, or its original. */
export const paperExport: Export = {
  name: 'official-paper',
  formats: ['pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load: async (context, id): Promise<Loaded> => {
    const paper = await getPaper(context.db, id)
    const copies = paper.frozenFile === null ? [] : await copiesOf(context.db, id)
    // Of what is issued the original, by hand too; what is still to be signed is the frozen file.
    const latest = (paper.issuedAt === null ? null : originalsOf(copies)[0]) ?? latestOf(copies)
    const name = fileNameOf(paper)
    if (latest) return { name, bytes: files => files.get(latest.sha256) }
    const set = await setBytes(context, paper)
    return { name, bytes: async files => (await set(files)).bytes }
  },
  render: async ({ name, bytes }: Loaded, _format, files) => ({
    bytes: (await bytes(files)) as Uint8Array,
    mediaType: 'application/pdf',
    fileName: name,
  }),
}
