import { StateWord } from '../../../ui/components/state-word.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { RequestLine } from './request-types.ts'

type Shown = Pick<RequestLine, 'state' | 'late' | 'answer'>

/** The word for where a request stands, and what the answer was. */
export const RequestState = ({ state, late, answer }: Shown) => (
  <>
    <StateWord state={state} />
    {answer && <span className="quiet"> · {t(`exchange.answer-${answer}`)}</span>}
    {late && <span className="late"> · {t('state.late')}</span>}
  </>
)
