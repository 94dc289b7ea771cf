import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { printNumber } from '../../../kernel/numbers.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { saveAdaptation } from '../commands/save-adaptation.ts'
import type { signCopy } from '../commands/sign-copy.ts'
import type { copy } from '../queries/copy.ts'
import type { Adopted, TemplateClause } from '../sending/contract.ts'
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
            {answer.copy.signedOn ? <Signed answer={answer} /> : <Adapt key={answer.adaptation?.version ?? 0} answer={answer} />}
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

const opened = (clause: TemplateClause, saved: readonly Adopted[] | undefined): Adopted =>
  saved?.find(line => line.key === clause.key) ?? { key: clause.key, text: clause.text, promised: clause.least }

function Adapt({ answer: { copy: own, template, adaptation, can } }: { answer: CopyAnswer }) {
  const standing = template.clauses.map(clause => opened(clause, adaptation?.lines))
  const [typed, setLines] = useState(standing)
  // Who writes nothing reads, and signs, what stands now.
  const lines = can.adapt ? typed : standing
  const save = useCommand<InputOf<typeof saveAdaptation>>('cascade.save-adaptation')
  const saved = adaptation !== null && JSON.stringify(adaptation.lines) === JSON.stringify(lines)
  const set = (at: number, change: Partial<Adopted>) =>
    setLines(lines.map((line, other) => (other === at ? { ...line, ...change } : line)))
  return (
    <>
      <section className="card" aria-label={t('cascade.clauses')}>
        <ul className="lines">
          {template.clauses.map((clause, at) => (
            <AdaptLine key={clause.key} clause={clause} line={lines[at]!} may={can.adapt} onSet={change => set(at, change)} />
          ))}
        </ul>
      </section>
      <Problem of={save} />
      {can.adapt && (
        <div className="row no-print">
          <Button
            look="main"
            busy={save.state === 'sending'}
            onClick={() => void save.send({ copyId: own.id, version: adaptation?.version ?? 0, lines })}
          >
            {t('cascade.save')}
          </Button>
        </div>
      )}
      {can.sign && adaptation && saved && <Sign copyId={own.id} version={adaptation.version} />}
      {can.sign && adaptation && !saved && <p className="message no-print">{t('cascade.sign-unsaved')}</p>}
    </>
  )
}

type LineProps = { clause: TemplateClause; line: Adopted; may: boolean; onSet: (change: Partial<Adopted>) => void }

function AdaptLine({ clause, line, may, onSet }: LineProps) {
  const out = line.text === null
  return (
    <li className="parent-line">
      <div>
        <p className="paper-text">{clause.text}</p>
        <p className="quiet small">
          {t(`cascade.bound-${clause.bound}`)}
          {clause.least !== null && ` · ${t('cascade.at-least', { least: clause.least, unit: clause.unit })}`}
        </p>
      </div>
      <div className="stack">
        {!out && clause.bound !== 'fixed' && may && (
          <TextArea label={t('cascade.own-text')} rows={3} value={line.text ?? ''} onChange={text => onSet({ text })} />
        )}
        {!may && <Kept clause={clause} line={line} />}
        {!out && clause.least !== null && may && (
          <NumberField
            label={t('cascade.promised')}
            unit={clause.unit}
            value={line.promised}
            onChange={promised => onSet({ promised })}
          />
        )}
        {clause.bound === 'optional' && may && (
          <label className="choice">
            <input type="checkbox" checked={out} onChange={event => onSet({ text: event.target.checked ? null : clause.text })} />
            {t('cascade.cell-left-out')}
          </label>
        )}
        {clause.bound === 'fixed' && <p className="quiet">{t('cascade.fixed-help')}</p>}
      </div>
    </li>
  )
}

/** What stands there for those who read and do not write, such as who signs by a mandate. */
const Kept = ({ clause, line }: Pick<LineProps, 'clause' | 'line'>) => (
  <p>
    {line.text === null ? (
      <span className="quiet">{t('cascade.cell-left-out')}</span>
    ) : (
      clause.bound !== 'fixed' && <span className="paper-text">{line.text}</span>
    )}
    {line.text !== null && line.promised !== null && (
      <span className="quiet"> ({`${printNumber(line.promised)} ${clause.unit}`})</span>
    )}
  </p>
)

/** Signing makes it readable above, for good. */
function Sign({ copyId, version }: { copyId: string; version: number }) {
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState<string | null>(null)
  const sign = useCommand<InputOf<typeof signCopy>>('cascade.sign-copy')
  return (
    <section className="card padded stack no-print" aria-labelledby="sign-copy">
      <h2 id="sign-copy">{t('cascade.sign')}</h2>
      <p className="quiet">{t('cascade.sign-help')}</p>
      <div className="row">
        <TextField label={t('cascade.parent-number')} required value={number} onChange={setNumber} />
        <DateField label={t('cascade.signed-day')} required value={signedOn} onChange={setSignedOn} />
      </div>
      <div>
        <Button
          look="main"
          busy={sign.state === 'sending'}
          onClick={() => void sign.send({ copyId, version, number, signedOn: signedOn ?? '' })}
        >
          {t('cascade.sign-send')}
        </Button>
      </div>
      <Problem of={sign} />
    </section>
  )
}
