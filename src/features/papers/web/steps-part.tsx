import { printDate, vietnamDate } from '../../../kernel/dates.ts'
import { t } from '../../../ui/messages/index.ts'
import type { Shown } from './types.ts'

type Step = { key: string; label: string; done: boolean; now: boolean; note: string }

const dayOf = (at: string | Date | null): string => (at ? printDate(vietnamDate(new Date(at))) : '')

/** Every step from the draft to the issue, those that are done and the one that waits. */
function stepsOf({ paper, parties, turn }: Shown): Step[] {
  const frozen = paper.frozenAt !== null
  const checked = frozen || paper.state === 'checked'
  const at = (bodyId: string, step: string) => turn?.bodyId === bodyId && turn.step === step
  const sides = parties.flatMap((party, nth): Step[] => {
    const { bodyId, shortName: name, way } = party
    const sign = { key: `sign ${bodyId}`, label: t('papers.step-sign', { name }), done: party.signedAt !== null }
    const seal = { key: `seal ${bodyId}`, label: t('papers.step-seal', { name }), done: party.sealedAt !== null }
    const signed = {
      ...sign,
      now: at(bodyId, 'sign'),
      note: [way && t(`papers.way-${way}`), dayOf(party.signedAt)].filter(Boolean).join(', '),
    }
    const sealed = { ...seal, now: at(bodyId, 'seal'), note: dayOf(party.sealedAt) }
    const label = paper.cited ? t('papers.step-number', { cited: paper.cited }) : t('papers.step-number-open')
    const number = {
      key: 'number',
      label,
      done: paper.number !== null,
      now: turn?.step === 'number',
      note: paper.dated ? printDate(paper.dated) : '',
    }
    return nth === 0 ? [signed, number, sealed] : [signed, sealed]
  })
  const plain = (key: string, label: string, done: boolean, now: boolean, note = '') => ({ key, label, done, now, note })
  return [
    plain('draft', t('papers.step-draft'), true, false),
    plain('check', t('papers.step-check'), checked, paper.state === 'draft'),
    plain('freeze', t('papers.step-freeze'), frozen, paper.state === 'checked', dayOf(paper.frozenAt)),
    ...sides,
    plain('issue', t('papers.step-issue'), paper.issuedAt !== null, false, dayOf(paper.issuedAt)),
  ]
}

export const StepsPart = ({ shown }: { shown: Shown }) => (
  <section className="card padded stack" aria-labelledby="steps">
    <h2 id="steps">{t('papers.steps')}</h2>
    <ol className="paper-steps">
      {stepsOf(shown).map(({ key, label, done, now, note }) => (
        <li key={key} className={done ? 'done' : now ? 'now' : undefined} aria-current={now ? 'step' : undefined}>
          <span>{label}</span>
          <span className="quiet small">
            {[done ? t('papers.step-done') : now ? t('papers.step-now') : '', note].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  </section>
)
