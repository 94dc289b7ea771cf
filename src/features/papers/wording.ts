import type { QueryContext } from '../../engine/query.ts'
import { Refusal, type WhyNot } from '../../kernel/refusal.ts'
import { missingNames, strangeNames, textOfField, type Wording } from '../documents/index.ts'
import { whyNotAddress } from './rules.ts'
import { loadSource } from './sources.ts'
import type { PaperRow } from './store.ts'

/** Words are free; a fact stands in them by its name, and those without which the letter says nothing stay. */
export function whyNotWorded(wording: Wording): WhyNot {
  const [strange] = strangeNames(wording)
  if (strange !== undefined) return { code: 'papers.strange-fact', data: { name: strange, where: 'words' } }
  const [missing] = missingNames(wording)
  return missing === undefined ? null : { code: 'papers.missing-fact', data: { name: missing, where: 'words' } }
}

/** The words of a letter for whoever may write them; null for others, and for papers that have no words of their own. */
export async function wordingFor(context: QueryContext, paper: PaperRow) {
  if (paper.sourceKind === 'file' || whyNotAddress(context.acting, paper) !== null) return null
  // A clerk keeps a letter on a petition without seeing the petition.
  const source = await loadSource(context, paper.sourceKind, paper.sourceId).catch((error: unknown) => {
    if (error instanceof Refusal) return null
    throw error
  })
  if (!source?.wording) return null
  const { words, fields } = source.wording
  return {
    words: paper.wording ?? words,
    /** Whether they are other than those of the default. */
    changed: paper.wording !== null,
    facts: fields.map(field => ({ name: field.name, text: textOfField(field), kept: field.kept === true })),
  }
}
