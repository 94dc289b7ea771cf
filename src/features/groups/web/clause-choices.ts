import { citeClause } from '../../../kernel/cite-clause.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import type { Choice } from '../../../ui/components/fields.tsx'
import type { listCommitments } from '../../programmes/queries/page.ts'

const SHOWN = 70
const shortened = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).replace(/\s+\S*$/, '')}…`)

/** The clauses of a programme that state a duty, each with the beginning of its words. */
export function useClauseChoices(programmeId: string): Choice[] {
  const { data } = useAnswer<AnswerOf<typeof listCommitments>>(
    'programmes.commitments',
    { programmeId },
    { enabled: programmeId !== '' },
  )
  const first = new Map((data?.commitments ?? []).toReversed().map(one => [one.clause, one.text]))
  const paths = [...new Set((data?.commitments ?? []).map(one => one.clause))]
  return paths.map(path => ({ value: path, label: `${citeClause(path)}: ${shortened(first.get(path) ?? '')}` }))
}
