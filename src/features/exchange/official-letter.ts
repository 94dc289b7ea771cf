import type { QueryContext } from '../../engine/query.ts'
import type { WhyNot } from '../../kernel/refusal.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Paper, Wording } from '../documents/index.ts'
import { contentAsItStands } from './gather.ts'
import { letterWithAnnex, letterWording } from './letter.ts'
import { getPackage } from './store.ts'

type PackageLetter = {
  paper: Paper
  programmeId: string
  parties: { bodyId: string; name: string }[]
  ready: WhyNot
  wording: Wording
}

/** The letter of a package that was sent, as it is issued by the side that informs: its content is the one that the leader agreed to. */
export async function packageLetter(
  { db, acting, today }: QueryContext,
  packageId: string,
  words?: string[],
): Promise<PackageLetter> {
  const found = await getPackage(db, packageId)
  // A partner's own paper is its scan: nothing is issued in its name.
  if (found.paper) throw new Refusal('not-found', { what: 'package' })
  const { content } = await contentAsItStands(db, found, acting, today)
  return {
    paper: letterWithAnnex(content, { sent: found.state !== 'draft', day: found.sentOn ?? today }, words),
    programmeId: found.programmeId,
    parties: [{ bodyId: found.from, name: content.from.name }],
    ready: found.state === 'sent' || found.state === 'received' ? null : { code: 'exchange.package-not-sent' },
    wording: letterWording(content),
  }
}
