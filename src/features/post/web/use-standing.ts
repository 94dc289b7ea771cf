import { useAnswer } from '../../../ui/client/hooks.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import type { PostalParty, PostalStep, StandingAnswer, Subject } from './types.ts'

/** What goes by post about a subject, and what came back. */
export const useStanding = ({ kind, id }: Subject) => useAnswer<StandingAnswer>('post.standing', { [`${kind}Id`]: id })

export type Posting = { party: PostalParty; step: PostalStep } | null

/** The sending that the address names (`?gui-giay=BODY.whole`), and how to open and leave it. */
export function usePosting(
  standing: StandingAnswer | undefined,
): [Posting, (party: PostalParty, step: PostalStep) => void, () => void] {
  const [word, setWord] = useAddressWord('gui-giay')
  const [bodyId, name] = word.split('.')
  const party = standing?.postal.find(one => one.bodyId === bodyId && one.can.post === null)
  const step = party?.steps.find(one => one.step === name)
  const open = (to: PostalParty, what: PostalStep) => setWord(`${to.bodyId}.${what.step}`)
  return [party && step ? { party, step } : null, open, () => setWord('')]
}
