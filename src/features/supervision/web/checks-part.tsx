import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { Button } from '../../../ui/components/button.tsx'
import { RadioField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CHECK_RESULTS, type CheckResult } from '../contract.ts'
import type { Shown } from './supervision-fields.ts'

type Line = Shown['checks'][number]
type Written = Record<string, { result: CheckResult | null; remark: string }>

/** What is looked at in this form of supervision: ticked while findings are written, read afterwards. */
export function ChecksPart({ shown }: { shown: Shown }) {
  const { checks, can } = shown
  const noted = checks.filter(one => one.result !== null)
  if (!can.finding && noted.length === 0) return null
  return (
    <section className="card padded stack" aria-labelledby="checks">
      <h2 id="checks">{t('supervision.checks')}</h2>
      {can.finding ? (
        <ChecksForm key={checks.map(one => one.version).join('.')} shown={shown} />
      ) : (
        <ul className="supervision-list">
          {noted.map(one => (
            <li key={one.line}>
              <span>
                {one.text}: <b>{t(`supervision.check-${one.result}`)}</b>
                {one.remark && ` · ${one.remark}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ChecksForm({ shown: { supervision: one, checks, today } }: { shown: Shown }) {
  const start: Written = Object.fromEntries(checks.map(({ line, result, remark }) => [line, { result, remark }]))
  const draft = useDraft<Written>(`supervision.${one.id}.checks.${checks.map(line => line.version).join('.')}`, start)
  const note = useCommand<object>('supervision.note-checks')
  const changed = checks.flatMap(({ line, version, result, remark }) => {
    const said = draft.value[line]
    return said?.result && (said.result !== result || said.remark !== remark) ? [{ line, version, ...said }] : []
  })
  const save = async () => {
    if (!(await note.send({ supervisionId: one.id, lines: changed }))) return
    draft.clear()
    tell(t('supervision.checks-saved', { count: changed.length }))
  }
  return (
    <>
      <p className="quiet">{t('supervision.checks-help')}</p>
      <Form onSubmit={() => void save()} submit={t('supervision.checks-save')} busy={note.state === 'sending'}>
        {checks.map(line => (
          <CheckLine
            key={line.line}
            line={line}
            said={draft.value[line.line] ?? { result: null, remark: '' }}
            set={said => draft.set({ [line.line]: said })}
            find={<FindButton line={line} supervisionId={one.id} today={today} />}
          />
        ))}
        <Problem of={note} />
      </Form>
    </>
  )
}

type LineProps = { line: Line; said: Written[string]; set: (said: Written[string]) => void; find: React.ReactNode }

function CheckLine({ line, said, set, find }: LineProps) {
  return (
    <div className="supervision-check">
      <RadioField
        label={line.text}
        help={line.basis}
        name={line.line}
        value={said.result ?? ''}
        onChange={result => set({ ...said, result })}
        choices={CHECK_RESULTS.map(result => ({ value: result, label: t(`supervision.check-${result}`) }))}
      />
      {said.result && (
        <TextField
          label={t('supervision.check-remark')}
          maxLength={300}
          value={said.remark}
          onChange={remark => set({ ...said, remark })}
        />
      )}
      {line.result === 'not-in-order' && find}
    </div>
  )
}

/** Writes a line that is not in order down as a finding; its words are then put right there. */
function FindButton({ line, supervisionId, today }: { line: Line; supervisionId: string; today: string }) {
  const add = useCommand<object>('supervision.add-finding')
  if (line.finding) return <p className="quiet small">{t('supervision.check-is-finding')}</p>
  const write = async () => {
    const findingId = newId()
    const text = line.remark ? `${line.text}: ${line.remark}` : line.text
    if (!(await add.send({ findingId, supervisionId, checkLine: line.line, seenOn: today, text }))) return
    tell(t('supervision.finding-saved'), async () => {
      await sendCommand('supervision.remove-finding', { findingId, version: 1 })
      await refresh(['supervision', 'insight.'])
    })
  }
  return (
    <div className="row no-print">
      <Button
        aria-label={`${t('supervision.check-find')}: ${line.text}`}
        busy={add.state === 'sending'}
        onClick={() => void write()}
      >
        {t('supervision.check-find')}
      </Button>
      <Problem of={add} />
    </div>
  )
}
