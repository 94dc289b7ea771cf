import { SelectField } from '../../../ui/components/fields.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PAPER_KINDS, type PaperKind } from '../kinds.ts'

const CHOICES = Object.entries(PAPER_KINDS).map(([value, label]) => ({ value: value as PaperKind, label }))

type KindFieldProps = {
  value: PaperKind | ''
  onChange: (kind: PaperKind) => void
  help?: string | undefined
  problem?: string | null
}

/** The type of a paper; '' as long as none is chosen. */
export const KindField = ({ value, onChange, help, problem = null }: KindFieldProps) => (
  <SelectField<PaperKind | ''>
    label={t('papers.kind')}
    help={help}
    required
    {...(value === '' ? {} : { empty: null })}
    value={value}
    onChange={kind => kind && onChange(kind)}
    choices={CHOICES}
    problem={problem}
  />
)
