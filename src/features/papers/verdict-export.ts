import type { Export } from '../../engine/feature.ts'
import type { FileStore } from '../../engine/files/file-store.ts'
import type { TrustList } from '../../formats/pades/trust.ts'
import { anyRole } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { factsOf, trustListOf, verdictOf, verifyPdf, warningsOf } from '../documents/index.ts'
import { getIncoming } from './dispatch/store.ts'
import { bytesOf } from './keep-copy.ts'
import { copiesOf, getPaper, latestOf } from './store.ts'

/** In words: of the whole file, what is to be noted, and name by name of each signature. */
export type Verdict = { verdict: string; warnings: string[]; signatures: [name: string, value: string | null][][] }
type Loaded = { sha256: string; list: TrustList }

/** The signatures on a paper as it stands, judged outside of any transaction. */
export const verdictExport: Export = {
  name: 'paper-verdict',
  formats: ['json'],
  permission: { roles: anyRole, reach: 'party' },
  load: async ({ db, now }, id): Promise<Loaded> => {
    await getPaper(db, id)
    const latest = latestOf(await copiesOf(db, id))
    if (!latest) throw new Refusal('not-found', { what: 'paper' })
    return { sha256: latest.sha256, list: await trustListOf(db, now) }
  },
  render: judge,
}

/** The signatures on a file that came in from outside. */
export const incomingVerdict: Export = {
  name: 'incoming-verdict',
  formats: ['json'],
  permission: { roles: anyRole, reach: 'own' },
  load: async ({ db, now }, id): Promise<Loaded> => {
    const { sha256, fileId } = await getIncoming(db, id)
    if (!fileId || !sha256) throw new Refusal('not-found', { what: 'incoming' })
    return { sha256, list: await trustListOf(db, now) }
  },
  render: judge,
}

async function judge({ sha256, list }: Loaded, _format: string, files: FileStore) {
  const judged = await verifyPdf(await bytesOf(files, sha256), list)
  const told: Verdict = { verdict: verdictOf(judged), warnings: warningsOf(judged), signatures: judged.signatures.map(factsOf) }
  return { bytes: Buffer.from(JSON.stringify(told)), mediaType: 'application/json', fileName: 'xac-minh.json' }
}
