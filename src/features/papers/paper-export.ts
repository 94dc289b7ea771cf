import type { Export } from '../../engine/feature.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { setBytes } from './set-paper.ts'
import { copiesOf, getPaper, latestOf } from './store.ts'
import { fileNameOf } from './words.ts'

type Loaded = { name: string; bytes: (files: FileStore) => Promise<Uint8Array> | NodeJS.ReadableStream }

/** The paper as it stands: as it would be frozen, or the frozen file bit for bit with the signatures so far. */
export const paperExport: Export = {
  name: 'official-paper',
  formats: ['pdf'],
  permission: { roles: anyRole, reach: 'party' },
  load: async (context, id): Promise<Loaded> => {
    const paper = await getPaper(context.db, id)
    const latest = paper.frozenFile === null ? null : latestOf(await copiesOf(context.db, id))
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
