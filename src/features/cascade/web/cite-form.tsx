import { useState } from 'react'
import type { InputOf } from '../../../engine/query.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { RadioField, SelectField } from '../../../ui/components/fields.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { citeProgramme } from '../commands/cite-programme.ts'
import type { closeBelow } from '../commands/close-below.ts'
import type { openBelow } from '../commands/open-below.ts'
import { PARENT_LEVELS } from '../contract.ts'
import type { citable } from '../queries/citable.ts'

type Citable = AnswerOf<typeof citable>
type Input = InputOf<typeof citeProgramme>

export function CitePart({ programmeId }: { programmeId: string }) {
  const { data } = useAnswer<Citable>('cascade.citable', { programmeId })
  if (!data) return null
  return (
    <>
      <CiteForm programmeId={programmeId} answer={data} />
      <Opening programmeId={programmeId} answer={data} />
    </>
  )
}

type PartProps = { programmeId: string; answer: Citable }

/** The programme above where it stands on this site, or was imported: its clauses come from there. */
function CiteForm({ programmeId, answer: { programmes, imports } }: PartProps) {
  const [chosen, choose] = useState('')
  const [level, setLevel] = useState<Input['level']>('central')
  const cite = useCommand<Input>('cascade.cite-programme')
  const choices = [
    ...programmes.map(({ id, number, title, issuers }) => ({
      value: `programme ${id}`,
      label: [number ?? title, issuers].filter(Boolean).join(' · '),
    })),
    ...imports.map(({ id, title }) => ({ value: `import ${id}`, label: t('cascade.cite-import', { title }) })),
  ]
  if (choices.length === 0) return <p className="quiet no-print">{t('cascade.cite-none')}</p>
  const save = async () => {
    const [kind, id] = chosen.split(' ')
    if (!id) return
    const source = { kind: kind === 'import' ? ('import' as const) : ('programme' as const), id }
    if (await cite.send({ upperId: newId(), programmeId, level, source })) choose('')
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="cite-form">
      <h2 id="cite-form">{t('cascade.cite')}</h2>
      <p className="quiet">{t('cascade.cite-help')}</p>
      <SelectField label={t('cascade.cite-source')} value={chosen} onChange={choose} choices={choices} />
      <RadioField
        name="cite-level"
        label={t('cascade.level')}
        value={level}
        onChange={setLevel}
        choices={PARENT_LEVELS.map(value => ({ value, label: t(`cascade.level-${value}`) }))}
      />
      {chosen !== '' && (
        <div className="row">
          <Button look="main" busy={cite.state === 'sending'} onClick={() => void save()}>
            {t('cascade.cite-save')}
          </Button>
        </div>
      )}
      <Problem of={cite} />
    </section>
  )
}

/** Whether the levels below may cite this programme; each party says so for itself. */
function Opening({ programmeId, answer: { sides, own, can } }: PartProps) {
  const open = useCommand<InputOf<typeof openBelow>>('cascade.open-below')
  const close = useCommand<InputOf<typeof closeBelow>>('cascade.close-below')
  const send = async () => {
    const sent = await open.send({ openingId: own?.openingId ?? newId(), programmeId, version: own?.version ?? 0 })
    if (sent) tell(t('cascade.opened'))
  }
  const shut = async () => {
    if (own && (await close.send({ openingId: own.openingId, version: own.version }))) tell(t('cascade.closed'))
  }
  return (
    <section className="card padded stack no-print" aria-labelledby="open-below">
      <h2 id="open-below">{t('cascade.open-below')}</h2>
      <p className="quiet">{t('cascade.open-below-help')}</p>
      <ul className="lines">
        {sides.map(({ bodyId, shortName, opened }) => (
          <li key={bodyId}>{t(opened ? 'cascade.side-opened' : 'cascade.side-closed', { name: shortName })}</li>
        ))}
      </ul>
      <div className="row">
        {can.open && (
          <Button busy={open.state === 'sending'} onClick={() => void send()}>
            {t('cascade.open-below-do')}
          </Button>
        )}
        {can.close && (
          <Button look="plain" busy={close.state === 'sending'} onClick={() => void shut()}>
            {t('cascade.close-below-do')}
          </Button>
        )}
      </div>
      <Problem of={open} />
      <Problem of={close} />
    </section>
  )
}
