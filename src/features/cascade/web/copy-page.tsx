import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { copy } from '../queries/copy.ts'
import { Adapt } from './adapt.tsx'
import { AskedFigures } from './asked-figures.tsx'
import './cascade.css'

export type CopyAnswer = AnswerOf<typeof copy>

/** A template as a commune has it: adapted within bounds, signed, and then reported on. */
export default function CopyPage() {
  const copyId = usePathPart('copyId')
  const found = useAnswer<CopyAnswer>('cascade.copy', { copyId })
  const steps = [
    { label: t('cascade.templates'), to: '/cap-xa' },
    { label: t('cascade.copy'), current: true },
  ]
  return (
    <Page title={found.data?.template.title ?? t('cascade.copy')} above={<ThreadBar steps={steps} />} actions={<PrintButton />}>
      <Answered of={found}>
        {answer => (
          <>
            <p className="message">
              {answer.copy.signedOn
                ? t('cascade.signed-as', { number: answer.copy.number ?? '', day: answer.copy.signedOn })
                : t('cascade.copy-help', { day: answer.template.dueOn })}
            </p>
            {answer.copy.signedOn ? <Signed answer={answer} /> : <Adapt key={answer.copy.id} answer={answer} />}
            {answer.copy.signedOn && answer.asks.map(ask => <AskedFigures key={ask.id} ask={ask} answer={answer} />)}
          </>
        )}
      </Answered>
    </Page>
  )
}

const Signed = ({ answer: { copy: signed, template } }: { answer: CopyAnswer }) => (
  <section className="card" aria-label={t('cascade.clauses')}>
    <ol className="lines">
      {template.clauses.map((clause, at) => {
        const line = signed.lines?.find(one => one.key === clause.key)
        return (
          <li key={clause.key}>
            <strong>{at + 1}.</strong>{' '}
            {line?.text ? (
              <span className="paper-text">{line.text}</span>
            ) : (
              <span className="quiet">{t('cascade.cell-left-out')}</span>
            )}
            {line?.text && line.promised !== null && (
              <span className="quiet"> ({`${printNumber(line.promised)} ${clause.unit}`})</span>
            )}
          </li>
        )
      })}
    </ol>
  </section>
)
