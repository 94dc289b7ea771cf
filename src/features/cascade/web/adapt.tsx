import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { Button } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { saveAdaptation } from '../commands/save-adaptation.ts'
import type { signCopy } from '../commands/sign-copy.ts'
import type { Adopted, TemplateClause } from '../sending/contract.ts'
import { mergeLines, sameLines } from '../sending/meanwhile.ts'
import { AdaptLine } from './adapt-line.tsx'
import type { CopyAnswer } from './copy-page.tsx'

const opened = (clause: TemplateClause, saved: readonly Adopted[] | undefined): Adopted =>
  saved?.find(line => line.key === clause.key) ?? { key: clause.key, text: clause.text, promised: clause.least }

type Standing = { version: number; lines: Adopted[] }
const standingOf = ({ template, adaptation }: CopyAnswer): Standing => ({
  version: adaptation?.version ?? 0,
  lines: template.clauses.map(clause => opened(clause, adaptation?.lines)),
})

/**
 * What one writes, on the version that one has seen. Where a colleague saves meanwhile, nothing typed goes away: theirs is laid beside it,
 * and saving over it is refused until it has been taken in.
 */
function useAdaptation(answer: CopyAnswer) {
  const now = standingOf(answer)
  const [seen, see] = useState(now)
  const [typed, setLines] = useState(now.lines)
  const [crossed, cross] = useState<readonly string[]>([])
  // Who writes nothing reads, and signs, what stands now; so does who has typed exactly that.
  const even = !answer.can.adapt || sameLines(now.lines, typed)
  const takeIn = () => {
    const merged = mergeLines(seen.lines, typed, now.lines)
    setLines(merged.lines)
    cross(merged.crossed)
    see(now)
  }
  const set = (at: number, change: Partial<Adopted>) =>
    setLines(typed.map((line, other) => (other === at ? { ...line, ...change } : line)))
  const keep = (version: number) => {
    see({ version, lines: typed })
    cross([])
  }
  return {
    lines: even ? now.lines : typed,
    version: even ? now.version : seen.version,
    saved: answer.adaptation !== null && even,
    overtaken: !even && now.version > seen.version,
    theirsOf: (key: string) => (crossed.includes(key) ? now.lines.find(line => line.key === key) : undefined),
    takeIn,
    set,
    keep,
  }
}

export function Adapt({ answer }: { answer: CopyAnswer }) {
  const { copy: own, template, adaptation, can } = answer
  const { lines, version, saved, overtaken, theirsOf, takeIn, set, keep } = useAdaptation(answer)
  const save = useCommand<InputOf<typeof saveAdaptation>>('cascade.save-adaptation')
  const send = async () => {
    if (await save.send({ copyId: own.id, version, lines })) keep(version + 1)
  }
  return (
    <>
      {overtaken && (
        <div className="message row no-print" role="status">
          <p>{t('cascade.saved-meanwhile')}</p>
          <Button onClick={takeIn}>{t('cascade.take-in')}</Button>
        </div>
      )}
      <section className="card" aria-label={t('cascade.clauses')}>
        <ul className="lines">
          {template.clauses.map((clause, at) => (
            <AdaptLine
              key={clause.key}
              clause={clause}
              line={lines[at]!}
              may={can.adapt}
              theirs={theirsOf(clause.key)}
              onSet={change => set(at, change)}
            />
          ))}
        </ul>
      </section>
      <Problem of={save} />
      {can.adapt && (
        <div className="row no-print">
          <Button look="main" busy={save.state === 'sending'} onClick={() => void send()}>
            {t('cascade.save')}
          </Button>
        </div>
      )}
      {can.sign && adaptation && saved && <Sign copyId={own.id} version={adaptation.version} />}
      {can.sign && adaptation && !saved && <p className="message no-print">{t('cascade.sign-unsaved')}</p>}
    </>
  )
}

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
