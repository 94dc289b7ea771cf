import { InternalMark } from '../../../../ui/components/mark.tsx'
import { type State, StateWord } from '../../../../ui/components/state-word.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { AmendmentLine, Party } from './types.ts'

const WORDS = {
  own: 'draft',
  shared: 'proposed',
  countered: 'countered',
  returned: 'returned',
  agreed: 'agreed',
  signed: 'signed',
  'in-force': 'in-force',
} as const satisfies Partial<Record<AmendmentLine['state'], State>>

/** The one word for where an amendment stands; what was not sent wears the lock. */
export function AmendmentState({ state, by, parties }: { state: AmendmentLine['state']; by: string; parties: readonly Party[] }) {
  if (state === 'withdrawn') return <span className="state quiet">{t('amendments.withdrawn-state')}</span>
  const name = parties.find(party => party.bodyId === by)?.shortName ?? ''
  return (
    <span className="row">
      <StateWord state={WORDS[state]} />
      {state === 'own' ? <InternalMark /> : <span className="quiet small">{t('amendments.by', { name })}</span>}
    </span>
  )
}
