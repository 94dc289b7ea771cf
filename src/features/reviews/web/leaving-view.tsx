import { shortDigest } from '../../../kernel/short-digest.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ButtonLink } from '../../../ui/components/button.tsx'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { PartsAnswer } from '../parts/web/types.ts'
import { countTyped, toldWords } from '../writing/typed-numbers.ts'
import type { DeskAnswer, LinesAnswer } from '../writing/web/types.ts'
import { ReviewPaper } from './review-paper.tsx'
import type { ReviewAnswer } from './types.ts'

type LeavingProps = { answer: ReviewAnswer; step: 'propose' | 'freeze'; onBack: () => void }

/** Before the report goes out of the house or is frozen: exactly its content, and one question. */
export function LeavingView({ answer, step, onBack }: LeavingProps) {
  const { review, compiled, digest } = answer
  const freezing = useCommand<{ reviewId: string; digest: string }, { frozen: boolean }>('reviews.freeze-review')
  const proposing = useCommand<{ reviewId: string; version: number }>('reviews.propose-review')
  const sending = step === 'freeze' ? freezing : proposing
  const confirm = async () => {
    if (step === 'freeze') {
      const done = await freezing.send({ reviewId: review.id, digest })
      if (!done) return
      tell(t(done.answer.frozen ? 'reviews.frozen-now' : 'reviews.agreed-waiting'))
    } else {
      if (!(await proposing.send({ reviewId: review.id, version: review.version }))) return
      tell(t('reviews.proposed'))
    }
    onBack()
  }
  const others = compiled.head.parties.filter(party => party.bodyId !== review.ownerBody).map(party => party.shortName)
  const name = t('reviews.report-of', { name: review.name })
  return (
    <Page title={step === 'freeze' ? t('reviews.freeze-title', { name }) : t('reviews.propose')}>
      <ConfirmOut
        to={step === 'propose' ? others : []}
        action={t(step === 'freeze' ? 'reviews.freeze' : 'reviews.propose')}
        note={t(step === 'freeze' ? 'reviews.freeze-note' : 'reviews.propose-note')}
        sending={sending}
        onConfirm={() => void confirm()}
        onBack={onBack}
      >
        <div className="stack">
          {answer.periodRuns && <p className="message">{t('reviews.period-runs', { to: review.period.to })}</p>}
          {step === 'freeze' && answer.written && <Unsettled reviewId={review.id} blocks={compiled.blocks} />}
          {step === 'freeze' && <p className="quiet small">{t('reviews.freeze-code', { code: shortDigest(digest) })}</p>}
        </div>
        <ReviewPaper answer={answer} open="" onFigure={null} writing={false} />
      </ConfirmOut>
    </Page>
  )
}

/** What is still open in the shared text; whoever freezes it may do so all the same. */
function Unsettled({ reviewId, blocks }: { reviewId: string; blocks: ReviewAnswer['compiled']['blocks'] }) {
  const desk = useAnswer<DeskAnswer>('reviews.text-desk', { reviewId })
  const parts = useAnswer<PartsAnswer>('reviews.asked-parts', { reviewId })
  const lines = useAnswer<LinesAnswer>('reviews.compiled-lines', { reviewId })
  const waiting = [desk, parts, lines].find(one => one.data === undefined)
  // Nothing is called settled that is not known yet.
  if (waiting) return <Answered<unknown> of={waiting}>{() => null}</Answered>
  const { missing = [], stale = [] } = desk.data?.overtaken ?? {}
  const open = {
    overtaken: missing.length + stale.length,
    remarks: desk.data?.remarks.length ?? 0,
    parts: parts.data?.parts.filter(one => !one.arrived).length ?? 0,
    typed: lines.data ? countTyped(blocks, toldWords(lines.data.lines)) : 0,
  }
  if (open.overtaken + open.remarks + open.parts + open.typed === 0) return null
  return (
    <div className="message stack">
      {open.overtaken > 0 && <p>{t('reviews.overtaken', { count: open.overtaken })}</p>}
      {open.remarks > 0 && <p>{t('reviews.remarks-open', { count: open.remarks })}</p>}
      {open.parts > 0 && <p>{t('reviews.parts-awaited', { count: open.parts })}</p>}
      {open.typed > 0 && <p>{t('reviews.typed-numbers', { count: open.typed })}</p>}
      <div className="row">
        <ButtonLink to={`/bao-cao/${reviewId}/soan`}>{t('reviews.settle-first')}</ButtonLink>
      </div>
    </div>
  )
}
