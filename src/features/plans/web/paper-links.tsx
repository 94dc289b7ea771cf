import { DownloadLink } from '../../../ui/components/button.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'

const FORMATS = ['docx', 'xlsx', 'pdf'] as const

/** The papers of a plan or of its budget, to be taken along or printed. */
export const PaperLinks = ({ of, planId, label }: { of: 'plan' | 'budget'; planId: string; label: string }) => (
  <fieldset className="row paper-links no-print">
    <legend className="unseen">{label}</legend>
    <span aria-hidden="true" className="quiet">
      {label}
    </span>
    {FORMATS.map(format => (
      <DownloadLink key={format} look="plain" href={`/api/exports/${of}/${planId}.${format}`}>
        {format.toUpperCase()}
      </DownloadLink>
    ))}
    <PrintButton />
  </fieldset>
)
