import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/components/button.tsx'
import { t } from '../../../ui/messages/index.ts'
import { openPages, type PDFDocumentProxy } from './pdf-pages.ts'

type PanesProps = { left: string; right: string; pages: number }

/** The frozen file and the scan side by side, the same page of both. */
export default function TwoPanes({ left, right, pages }: PanesProps) {
  const [page, setPage] = useState(1)
  return (
    <section className="stack" aria-label={t('papers.two-panes')}>
      <div className="row">
        <Button onClick={() => setPage(Math.max(1, page - 1))}>{t('papers.page-before')}</Button>
        <span aria-live="polite">{t('papers.page-of', { page, pages })}</span>
        <Button onClick={() => setPage(Math.min(pages, page + 1))}>{t('papers.page-after')}</Button>
      </div>
      <div className="two-panes">
        <Pane fileId={left} page={page} label={t('papers.pane-frozen')} />
        <Pane fileId={right} page={page} label={t('papers.pane-scan')} />
      </div>
    </section>
  )
}

function Pane({ fileId, page, label }: { fileId: string; page: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [file, setFile] = useState<PDFDocumentProxy | null>(null)
  const [missing, setMissing] = useState(false)
  useEffect(() => {
    let open = true
    void openFile(fileId).then(
      found => open && setFile(found),
      () => open && setMissing(true),
    )
    return () => {
      open = false
    }
  }, [fileId])
  useEffect(() => {
    if (!file || !canvas.current || page > file.numPages) return
    void draw(file, page, canvas.current)
  }, [file, page])
  const gone = missing || (file !== null && page > file.numPages)
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {gone ? <p className="message bad">{t('papers.no-such-page')}</p> : <canvas ref={canvas} role="img" aria-label={label} />}
    </figure>
  )
}

async function openFile(fileId: string): Promise<PDFDocumentProxy> {
  const response = await fetch(`/api/files/${fileId}`)
  return openPages(new Uint8Array(await response.arrayBuffer()))
}

/** Twice as fine as the screen, so that small print can be compared. */
const SCALE = 1.6

async function draw(file: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await file.getPage(number)
  const viewport = page.getViewport({ scale: SCALE })
  canvas.width = viewport.width
  canvas.height = viewport.height
  await page.render({ canvas, viewport }).promise
}
