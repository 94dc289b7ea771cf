import { newId } from '../../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../../ui/client/hooks.ts'
import { tell } from '../../../../ui/client/notice.ts'
import { useAddressWord, useGo, usePathPart } from '../../../../ui/components/address.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import type { ContentInput } from '../contract.ts'
import { AmendmentEditor } from './amendment-editor.tsx'
import '../../web/programmes.css'
import './amendments.css'
import { type AmendmentAnswer, type AmendmentList, amendmentAddress, listAddress } from './types.ts'

type Input = ContentInput & { amendmentId: string; programmeId: string; counters: string | null }

/** A new amendment: from nothing, from a clause (?muc), from one that came to nothing (?tu) or in answer to another (?tra-loi). */
export default function NewAmendmentPage() {
  const programmeId = usePathPart('id')
  const [[counters], [from], [path]] = [useAddressWord('tra-loi'), useAddressWord('tu'), useAddressWord('muc')]
  const list = useAnswer<AmendmentList>('programmes.amendments', { programmeId })
  const model = counters || from
  const earlier = useAnswer<AmendmentAnswer>('programmes.amendment', { amendmentId: model }, { enabled: Boolean(model) })
  const title = t(counters ? 'amendments.counter-title' : 'amendments.new-title')
  const name = t('programmes.page-thread-programme', { name: list.data?.programme.number ?? '' }).trim()
  const steps = [
    { label: name, to: `/chuong-trinh/${programmeId}` },
    { label: t('amendments.title'), to: listAddress(programmeId) },
    { label: title, current: true },
  ]
  return (
    <Page title={title} above={<ThreadBar steps={steps} />}>
      <Answered of={list}>
        {({ parties }) => (
          <Start
            programmeId={programmeId}
            counters={counters || null}
            path={path}
            earlier={model ? earlier : null}
            parties={parties}
          />
        )}
      </Answered>
    </Page>
  )
}

type StartProps = {
  programmeId: string
  counters: string | null
  path: string
  earlier: ReturnType<typeof useAnswer<AmendmentAnswer>> | null
  parties: AmendmentList['parties']
}

function Start({ programmeId, counters, path, earlier, parties }: StartProps) {
  if (!earlier) return <Writing programmeId={programmeId} counters={null} path={path} first={null} />
  return (
    <Answered of={earlier}>
      {({ amendment }) => {
        const { effectiveOn, reason, written } = amendment
        const name = parties.find(party => party.bodyId === amendment.byBody)?.shortName ?? ''
        return (
          <>
            {counters && <p className="message">{t('amendments.counters', { name })}</p>}
            <Writing
              programmeId={programmeId}
              counters={counters}
              path=""
              first={{ effectiveOn, reason: counters ? '' : reason, changes: written }}
            />
          </>
        )
      }}
    </Answered>
  )
}

type WritingProps = { programmeId: string; counters: string | null; path: string; first: ContentInput | null }

function Writing({ programmeId, counters, path, first }: WritingProps) {
  const go = useGo()
  const saving = useCommand<Input>('programmes.draft-amendment')
  const save = async (content: ContentInput): Promise<boolean> => {
    const amendmentId = newId()
    if (!(await saving.send({ amendmentId, programmeId, counters, ...content }))) return false
    tell(t('amendments.saved'))
    go(amendmentAddress(programmeId, amendmentId))
    return true
  }
  return (
    <AmendmentEditor
      programmeId={programmeId}
      draftKey={`amendment.new.${programmeId}.${counters ?? ''}`}
      first={first}
      path={path}
      saving={saving}
      onSave={save}
    />
  )
}
