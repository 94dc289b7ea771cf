import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { refresh, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Dialog } from '../../../ui/components/dialog.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { useRequired } from '../../../ui/components/use-required.ts'
import { t } from '../../../ui/messages/index.ts'
import type { renameBody } from '../commands/rename-body.ts'
import { type PrintedDraft, PrintedFields, printedInputOf } from './body-fields.tsx'
import type { Body } from './body-page.tsx'

type Decision = { number: string; date: string | null }

/** A body is called otherwise from a day on. */
export function RenameDialog({ body, today, onClose }: { body: Body; today: string; onClose: () => void }) {
  const [nameId] = useState(() => newId())
  const { name, shortName, symbol, place } = body
  const [value, setValue] = useState<PrintedDraft>({
    name,
    shortName,
    symbol,
    place,
    code: body.code ?? '',
    superior: body.superior ?? '',
  })
  const [validFrom, setValidFrom] = useState<string | null>(today)
  const [decision, setDecision] = useState<Decision>({ number: '', date: null })
  const save = useCommand<InputOf<typeof renameBody>>('agencies.rename-body')
  const required = useRequired({
    name: value.name,
    shortName: value.shortName,
    symbol: value.symbol,
    place: value.place,
    validFrom,
  })
  const problemOf = (field: string) => required.problemOf(field) ?? save.problemAt(field)
  const go = async () => {
    if (!required.check() || validFrom === null) return
    const paper = decision.number.trim() && decision.date ? { decision: { number: decision.number, date: decision.date } } : {}
    const done = await save.send({ nameId, bodyId: body.id, ...printedInputOf(value), validFrom, ...paper })
    if (!done) return
    tell(t('agencies.renamed', { name: value.name }), async () => {
      await sendCommand('agencies.take-back-name', { bodyId: body.id, nameId })
      await refresh(['agencies'])
    })
    onClose()
  }
  return (
    <Dialog title={t('agencies.rename-title', { body: body.shortName })} onClose={onClose}>
      <p className="quiet">{t('agencies.rename-help')}</p>
      <Form onSubmit={() => void go()} submit={t('agencies.rename')} busy={save.state === 'sending'}>
        <DateField
          label={t('agencies.name-from')}
          required
          value={validFrom}
          onChange={setValidFrom}
          problem={problemOf('validFrom')}
        />
        <PrintedFields value={value} set={change => setValue({ ...value, ...change })} problemOf={problemOf} />
        <TextField
          label={t('agencies.decision-number')}
          help={t('agencies.decision-number-help')}
          value={decision.number}
          onChange={number => setDecision({ ...decision, number })}
        />
        <DateField
          label={t('agencies.decision-date')}
          value={decision.date}
          onChange={date => setDecision({ ...decision, date })}
        />
        <Problem of={save} />
      </Form>
    </Dialog>
  )
}
