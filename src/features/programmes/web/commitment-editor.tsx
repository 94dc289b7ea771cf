import { FieldGroup } from '../../../ui/components/field.tsx'
import { ChecksField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { DutyFields } from '../contract.ts'
import { sameName } from '../party-names.ts'
import { TOPICS } from '../reading/result.ts'
import { KeptField } from './kept-field.tsx'
import { namesIn } from './names-in.ts'
import { SchedulesField } from './schedules-field.tsx'
import { TargetsField } from './targets-field.tsx'

type EditorProps = {
  commitment: DutyFields
  /** Names of the parties as printed. */
  parties: readonly string[]
  onChange: (part: Partial<DutyFields>) => void
}

/** What is known about a duty beside its text: who, when, how much, what kind of work. Each change is told at once. */
export function CommitmentEditor({ commitment, parties, onChange: change }: EditorProps) {
  return (
    <div className="stack editor">
      <NamesField label={t('programmes.lead')} names={commitment.lead} parties={parties} onChange={lead => change({ lead })} />
      <NamesField
        label={t('programmes.support')}
        names={commitment.support}
        parties={parties}
        onChange={support => change({ support })}
      />
      <KeptField
        label={t('programmes.others')}
        value={commitment.others.join('; ')}
        onKeep={text => change({ others: namesIn(text) })}
      />
      <SchedulesField schedules={commitment.schedules} onChange={schedules => change({ schedules })} />
      <TargetsField targets={commitment.targets} onChange={targets => change({ targets })} />
      <details>
        <summary>{t('programmes.topics')}</summary>
        <ChecksField
          label={t('programmes.topics')}
          value={commitment.topics}
          onChange={topics => change({ topics })}
          choices={TOPICS.map(value => ({ value, label: t(`topic.${value}`) }))}
        />
      </details>
    </div>
  )
}

type NamesProps = { label: string; names: readonly string[]; parties: readonly string[]; onChange: (names: string[]) => void }

/** Parties by a tick, other bodies by name. A printed short name counts as the party that it means. */
function NamesField({ label, names, parties, onChange }: NamesProps) {
  const isParty = (name: string) => parties.some(party => sameName(party, name))
  const others = names.filter(name => !isParty(name))
  const turn = (party: string, on: boolean) => onChange(on ? [...names, party] : names.filter(name => !sameName(party, name)))
  return (
    <FieldGroup label={label}>
      <div className="choices">
        {parties.map(party => (
          <label className="choice" key={party}>
            <input
              type="checkbox"
              checked={names.some(name => sameName(party, name))}
              onChange={event => turn(party, event.target.checked)}
            />
            {party}
          </label>
        ))}
      </div>
      <KeptField
        label={t('programmes.names-others')}
        value={others.join('; ')}
        onKeep={text => onChange([...names.filter(isParty), ...namesIn(text)])}
      />
    </FieldGroup>
  )
}
