import { DateField } from '../../../ui/components/date-field.tsx'
import { TextField } from '../../../ui/components/fields.tsx'
import { FileDrop } from '../../../ui/components/file-drop.tsx'
import { t } from '../../../ui/messages/index.ts'

export type PaperInput = { number: string; date: string | null; fileId: string | null; fileName: string }
export const emptyPaper = (date: string | null): PaperInput => ({ number: '', date, fileId: null, fileName: '' })

type PaperInputsProps = {
  value: PaperInput
  onChange: (value: PaperInput) => void
  words: { number: string; numberHelp: string; date: string; scan: string; scanHelp?: string }
}

/** Number, date and scan of a paper. */
export function PaperInputs({ value, onChange, words }: PaperInputsProps) {
  const set = (part: Partial<PaperInput>) => onChange({ ...value, ...part })
  return (
    <>
      <TextField
        label={words.number}
        help={words.numberHelp}
        required
        spellCheck={false}
        value={value.number}
        onChange={number => set({ number })}
      />
      <DateField label={words.date} required value={value.date} onChange={date => set({ date })} />
      <FileDrop
        label={words.scan}
        {...(words.scanHelp ? { help: words.scanHelp } : {})}
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        onUploaded={({ fileId, name }) => set({ fileId, fileName: name })}
      />
      {value.fileId && <p className="small">{t('post.scan-kept', { name: value.fileName })}</p>}
    </>
  )
}
