import { newId } from '../../../kernel/ids.ts'
import { timeIn } from '../../../kernel/time-text.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useGo, usePathPart } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { ConclusionFields, type WrittenConclusion } from './conclusion-fields.tsx'
import './groups.css'
import type { GroupsAnswer, MeetingAnswer, Party } from './types.ts'
import { undoOf } from './undo-change.ts'

/** Records a meeting of the programme in the address. */
export default function NewMeetingPage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<GroupsAnswer>('groups.page', { programmeId })
  return (
    <Page title={t('groups.meeting-new')}>
      <Answered of={found}>{answer => <MeetingForm answer={answer} old={null} />}</Answered>
    </Page>
  )
}

type Written = {
  meetingId: string
  heldOn: string | null
  beginsAt: string
  endsAt: string
  place: string
  present: string
  secretary: string
  chairedBy: string
  agenda: string
  notes: string
  minutesFile: string | null
  conclusions: WrittenConclusion[]
}

const emptyOf = ({ today, own }: Ground): Written => ({
  meetingId: newId(),
  heldOn: today,
  beginsAt: '',
  endsAt: '',
  place: '',
  present: '',
  secretary: '',
  chairedBy: own,
  agenda: '',
  notes: '',
  minutesFile: null,
  conclusions: [],
})

const writtenOf = ({ meeting, conclusions }: MeetingAnswer): Written => ({
  meetingId: meeting.id,
  heldOn: meeting.heldOn,
  beginsAt: meeting.beginsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  present: meeting.present,
  secretary: meeting.secretary,
  chairedBy: meeting.chairedBy,
  agenda: meeting.agenda,
  notes: meeting.notes,
  minutesFile: meeting.minutesFile,
  conclusions: conclusions.map(({ id, text, leadBody, supportBodies, dueOn, clausePath }) => ({
    conclusionId: id,
    text,
    leadBody,
    supportBodies,
    dueOn,
    clausePath,
  })),
})

type Ground = { programme: { id: string }; parties: Party[]; own: string; today: string }

/** A meeting as it is written down; what is typed is kept in the browser until it is saved. */
export function MeetingForm({ answer, old }: { answer: Ground; old: MeetingAnswer | null }) {
  const go = useGo()
  const key = old ? `meeting.${old.meeting.id}.${old.meeting.version}` : `meeting.new.${answer.programme.id}`
  const draft = useDraft<Written>(key, old ? writtenOf(old) : emptyOf(answer))
  const recording = useCommand<object>('groups.record-meeting')
  const changing = useCommand<object>('groups.change-meeting')
  const command = old ? changing : recording
  const { value, set } = draft
  const save = async () => {
    const { meetingId, ...rest } = value
    const hours = { beginsAt: timeIn(value.beginsAt), endsAt: timeIn(value.endsAt) }
    const fields = { ...rest, ...hours, heldOn: value.heldOn ?? '' }
    const sent = old
      ? await changing.send({ meetingId, version: old.meeting.version, ...fields })
      : await recording.send({ meetingId, programmeId: answer.programme.id, ...fields })
    if (!sent) return
    draft.clear()
    tell(t('groups.saved'), old ? undoOf('groups.change-meeting', { ...writtenOf(old), meetingId }, old.meeting.version) : null)
    go(`/cuoc-hop/${meetingId}`)
  }
  const parties = answer.parties.map(party => ({ value: party.bodyId, label: party.shortName }))
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      <Form submit={t('groups.save-draft')} busy={command.state === 'sending'} onSubmit={() => void save()}>
        <DateField
          label={t('groups.held-on')}
          required
          value={value.heldOn}
          max={answer.today}
          onChange={heldOn => set({ heldOn })}
          problem={command.problemAt('heldOn')}
        />
        <TextField
          label={t('groups.begins-at')}
          help={t('groups.hour-help')}
          short
          value={value.beginsAt}
          onChange={beginsAt => set({ beginsAt })}
          problem={command.problemAt('beginsAt')}
        />
        <TextField
          label={t('groups.ends-at')}
          short
          value={value.endsAt}
          onChange={endsAt => set({ endsAt })}
          problem={command.problemAt('endsAt')}
        />
        <TextField
          label={t('groups.place')}
          required
          value={value.place}
          onChange={place => set({ place })}
          problem={command.problemAt('place')}
        />
        <SelectField
          label={t('groups.chaired-by')}
          empty={null}
          value={value.chairedBy}
          onChange={chairedBy => set({ chairedBy })}
          choices={parties}
        />
        <TextField
          label={t('groups.secretary')}
          help={t('groups.secretary-help')}
          spellCheck={false}
          value={value.secretary}
          onChange={secretary => set({ secretary })}
          problem={command.problemAt('secretary')}
        />
        <TextArea
          label={t('groups.present')}
          help={t('groups.present-help')}
          rows={3}
          value={value.present}
          onChange={present => set({ present })}
          problem={command.problemAt('present')}
        />
        <TextArea
          label={t('groups.agenda')}
          help={t('groups.agenda-help')}
          required
          value={value.agenda}
          onChange={agenda => set({ agenda })}
          problem={command.problemAt('agenda')}
        />
        <TextArea
          label={t('groups.notes')}
          help={t('groups.notes-help')}
          rows={6}
          value={value.notes}
          onChange={notes => set({ notes })}
        />
        <ConclusionFields
          programmeId={answer.programme.id}
          parties={answer.parties}
          own={answer.own}
          value={value.conclusions}
          onChange={conclusions => set({ conclusions })}
        />
        <FileDrop
          label={t('groups.minutes-file')}
          help={t('groups.minutes-help')}
          onUploaded={file => set({ minutesFile: file.fileId })}
        />
        <Problem of={command} />
      </Form>
    </>
  )
}
