import { useQuery } from '@tanstack/react-query'
import { Facts } from '../../../ui/components/facts.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Verdict } from '../verdict-export.ts'

/** What the signatures on the file are worth: who signed, whether it is intact, what came after each. */
export function VerdictPart({ of }: { of: { name: string; id: string; version: number } | null }) {
  const verdict = useQuery({
    queryKey: ['papers.verdict', of?.name, of?.id, of?.version],
    enabled: of !== null,
    queryFn: async ({ signal }): Promise<Verdict> => {
      const response = await fetch(`/api/exports/${of?.name}/${of?.id}.json`, { signal })
      if (!response.ok) throw new Error(t('papers.no-verdict'))
      return (await response.json()) as Verdict
    },
  })
  if (of === null) return null
  return (
    <section className="card padded stack" aria-labelledby="verdict">
      <h2 id="verdict">{t('papers.verdict')}</h2>
      {verdict.isError && <p className="message bad">{t('papers.no-verdict')}</p>}
      {verdict.data && (
        <>
          <p className="message">{[verdict.data.verdict, ...verdict.data.warnings].join(' ')}</p>
          {verdict.data.signatures.map((facts, at) => (
            <div key={at}>
              <h3>{t('papers.signature', { nth: at + 1 })}</h3>
              <Facts facts={facts} />
            </div>
          ))}
        </>
      )}
    </section>
  )
}
