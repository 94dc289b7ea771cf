import { useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Go, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { ChecksField, SelectField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ServesField } from '../../movements/web/serves-field.tsx'
import type { AboutKind } from '../dispatch/contract.ts'
import { ReadingPart, useReading } from './reading-part.tsx'
import type { ShownIncoming } from './types.ts'
import { VerdictPart } from './verdict-part.tsx'
import './papers.css'

/** One paper that came in: what it is, whether its signatures hold, who does what by when. */
export default function IncomingOne() {
  const incomingId = usePathPart('incomingId')
  const found = useAnswer<ShownIncoming>('papers.incoming', { incomingId })
  const one = found.data?.incoming
  return (
    <Page
      title={one ? `${one.kindName}: ${one.subject}` : t('papers.part-incoming')}
      above={
        one && (
          <ThreadBar
            steps={[
              ...(one.programmeId
                ? [
                    {
                      label: one.clausePath ? citeClause(one.clausePath) : t('place.programmes'),
                      to: `/chuong-trinh/${one.programmeId}`,
                    },
                  ]
                : []),
              { label: t('papers.part-incoming'), to: '/van-ban/den' },
              { label: t('papers.incoming-nth', { number: one.number }), current: true },
            ]}
          />
        )
      }
      actions={<PrintButton />}
    >
      <Answered of={found}>
        {shown => (
          <>
            <About shown={shown} />
            <VerdictPart key={shown.incoming.id} of={verdictOf(shown)} />
            <WordsPart key={shown.readingId} shown={shown} />
            <GivePart key={shown.incoming.version} shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const verdictOf = ({ incoming: one, photo }: ShownIncoming) =>
  one.paperId
    ? { name: 'paper-verdict', id: one.paperId, version: one.version }
    : one.fileId && !photo
      ? { name: 'incoming-verdict', id: one.id, version: one.version }
      : null

const About = ({ shown: { incoming: one, photo } }: { shown: ShownIncoming }) => (
  <section className="card padded stack">
    <Facts
      facts={[
        [t('papers.incoming-number'), String(one.number)],
        [t('papers.incoming-day'), printDate(one.arrivedOn)],
        [t('papers.issuers'), one.issuer],
        [t('papers.number'), one.cited],
        [t('papers.dated'), printDate(one.dated)],
        [t('papers.lead-unit'), one.leadName],
        [t('papers.support-units'), one.supportNames.join('; ')],
        [t('papers.about'), one.about && <Go to={one.about.address}>{aboutName(one.about)}</Go>],
        [t('papers.due'), one.dueOn && printDate(one.dueOn)],
        [t('papers.settled'), one.settledOn && printDate(one.settledOn)],
      ]}
    />
    <div className="row no-print">
      {one.paperId && <ButtonLink to={`/van-ban/${one.paperId}`}>{t('papers.issue-open')}</ButtonLink>}
      {one.fileId && (
        <DownloadLink href={`/api/files/${one.fileId}`}>{t(photo ? 'papers.see-photo' : 'papers.see')}</DownloadLink>
      )}
    </div>
  </section>
)

/** The words of the file: read already, being read, or to be read at the clerk's wish. */
function WordsPart({ shown: { incoming: one, readingId, can } }: { shown: ShownIncoming }) {
  const reading = useReading(readingId ?? '')
  const read = useCommand<object>('papers.read-file')
  if (!readingId && !can.read) return null
  return (
    <section className="card padded stack no-print" aria-labelledby="words">
      <h2 id="words">{t('papers.words-title')}</h2>
      {readingId && <Answered of={reading}>{shown => <ReadingPart reading={shown} />}</Answered>}
      {can.read && (
        <>
          <p>{t('papers.read-help')}</p>
          <Problem of={read} />
          <div className="row">
            <Button busy={read.state === 'sending'} onClick={() => void read.send({ readingId: newId(), fileId: one.fileId })}>
              {t('papers.read-file')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

const aboutName = ({ kind, title }: { kind: AboutKind; title: string }): string => t(`papers.about-${kind}`, { title })

/** "id" of a programme or "id path" of a clause of it. */
function servesOf(serves: string): Pick<Value, 'programmeId' | 'clausePath'> {
  const [programmeId, clausePath] = serves.split(' ')
  return { programmeId: programmeId || undefined, clausePath }
}

type Value = {
  leadUnit: string
  supportUnits: string[]
  dueOn: string | null
  programmeId?: string | undefined
  clausePath?: string | undefined
  /** "kind id" of what it answers. */
  about: string | null
}

function GivePart({ shown: { incoming: one, units, programmes, clauses, abouts, can, today } }: { shown: ShownIncoming }) {
  const linked = one.about && `${one.about.kind} ${one.about.id}`
  const [value, setValue] = useState<Value>({
    leadUnit: one.leadUnit ?? '',
    supportUnits: one.supportUnits,
    dueOn: one.dueOn,
    about: linked,
    ...(one.programmeId ? { programmeId: one.programmeId } : {}),
    ...(one.clausePath ? { clausePath: one.clausePath } : {}),
  })
  const set = (change: Partial<Value>) => setValue(before => ({ ...before, ...change }))
  const give = useCommand<object>('papers.give-incoming')
  const settle = useCommand<object>('papers.settle-incoming')
  const at = { incomingId: one.id, version: one.version }
  const save = async () => {
    const [kind, id] = value.about?.split(' ') ?? []
    // A link that was not touched stays, also where it leads to what the asker may not see.
    const about = value.about === linked ? undefined : kind && id ? { kind, id } : null
    if (await give.send({ ...at, ...value, about })) tell(t('papers.given-done'))
  }
  const done = async () => {
    if (await settle.send({ ...at, settledOn: today })) tell(t('papers.settled-done'))
  }
  if (can.give !== null && can.settle !== null) return null
  return (
    <section className="card padded stack no-print" aria-labelledby="give">
      <h2 id="give">{t('papers.give-title')}</h2>
      {can.settle === null && (
        <div className="row">
          <Button look="main" busy={settle.state === 'sending'} onClick={() => void done()}>
            {t('papers.settle')}
          </Button>
        </div>
      )}
      {can.give === null && (
        <Form submit={t('papers.give')} busy={give.state === 'sending'} onSubmit={() => void save()}>
          <SelectField
            label={t('papers.lead-unit')}
            required
            value={value.leadUnit}
            onChange={leadUnit => set({ leadUnit })}
            choices={units}
            problem={give.problemAt('leadUnit')}
          />
          <ChecksField
            label={t('papers.support-units')}
            value={value.supportUnits}
            onChange={supportUnits => set({ supportUnits })}
            choices={units.filter(unit => unit.value !== value.leadUnit)}
          />
          <DateField label={t('papers.due')} value={value.dueOn} onChange={dueOn => set({ dueOn })} />
          <PickField
            label={t('papers.about')}
            value={value.about}
            onChange={about => set({ about })}
            choices={abouts.map(choice => ({
              value: `${choice.kind} ${choice.id}`,
              label: aboutName(choice),
              note: choice.note,
            }))}
          />
          <ServesField
            value={[value.programmeId, value.clausePath].filter(Boolean).join(' ')}
            onChange={serves => set(servesOf(serves))}
            programmes={programmes}
            clauses={clauses}
          />
          <Problem of={give} />
        </Form>
      )}
      <Problem of={settle} />
    </section>
  )
}
