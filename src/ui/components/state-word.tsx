import { type Key, t } from '../messages/index.ts'

type StateKey = Extract<Key, `state.${string}`>
export type State = StateKey extends `state.${infer Name}` ? Name : never

const LOOK: Partial<Record<State, 'done' | 'going' | 'late' | 'quiet'>> = {
  done: 'done',
  settled: 'done',
  confirmed: 'done',
  repaired: 'done',
  'seen-again': 'done',
  closed: 'done',
  recognised: 'done',
  'commendation-awarded': 'done',
  'commendation-stopped': 'quiet',
  'commendation-open': 'going',
  planned: 'quiet',
  visiting: 'going',
  'going-on': 'going',
  proposed: 'going',
  submitted: 'going',
  late: 'late',
  'not-due': 'quiet',
  silent: 'quiet',
  undated: 'quiet',
  draft: 'quiet',
  'paper-draft': 'quiet',
  'paper-checked': 'going',
  'paper-frozen': 'going',
  'paper-issued': 'done',
  'paper-recalled': 'quiet',
  'paper-dropped': 'quiet',
  replaced: 'quiet',
  ended: 'quiet',
}

/** The one word for a state; `after` follows it ("Quá hạn 42 ngày"). */
export const StateWord = ({ state, after }: { state: State; after?: string }) => (
  <span className={`state ${LOOK[state] ?? ''}`.trim()}>
    {t(`state.${state}`)}
    {after && ` ${after}`}
  </span>
)
