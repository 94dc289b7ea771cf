import { useEffect } from 'react'
import { useAnswer } from '../../../../ui/client/hooks.ts'
import { useAddressWord, usePathPart } from '../../../../ui/components/address.tsx'
import { Button, ButtonLink } from '../../../../ui/components/button.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { FigurePanel } from '../../web/figure-panel.tsx'
import { PictureDrawn } from '../../web/pictures.tsx'
import { PaperBlock } from '../../web/review-paper.tsx'
import { TogetherButton } from '../../web/together-button.tsx'
import type { ReviewAnswer } from '../../web/types.ts'
import type { DeskAnswer } from '../../writing/web/types.ts'
import { type Slide, slidesOf } from '../slides.ts'
import '../../web/review.css'
import './conference.css'
import { Said } from './said.tsx'

const EVERY_MS = 10_000

/** A report before a conference: clause by clause in large letters, its figures open. `?to=` is the sheet, the arrow keys turn it. */
export default function ConferencePage() {
  const reviewId = usePathPart('id')
  const answer = useAnswer<ReviewAnswer>('reviews.review', { reviewId })
  const name = answer.data ? t('reviews.report-of', { name: answer.data.review.name }) : t('reviews.title')
  const steps = [
    { label: name, to: `/bao-cao/${reviewId}` },
    { label: t('conference.title'), current: true },
  ]
  const back = <ButtonLink to={`/bao-cao/${reviewId}`}>{t('conference.leave')}</ButtonLink>
  return (
    <Page title={t('conference.title-of', { name })} above={<ThreadBar steps={steps} />} actions={back}>
      <Answered of={answer}>{found => <Conference answer={found} title={name} />}</Answered>
    </Page>
  )
}

function Conference({ answer, title }: { answer: ReviewAnswer; title: string }) {
  const slides = slidesOf(title, answer.compiled.blocks, answer.compiled.pictures)
  const [word, setWord] = useAddressWord('to')
  const [figureId, setFigure] = useAddressWord('so-lieu')
  const at = Math.min(Math.max(Number(word) || 1, 1), slides.length)
  const turn = (to: number) => {
    setFigure('')
    setWord(String(Math.min(Math.max(to, 1), slides.length)))
  }
  useTurning(at, slides.length, turn)
  const slide = slides[at - 1]!
  return (
    <div className="conference">
      <nav className="row no-print" aria-label={t('conference.sheets')}>
        <Button aria-disabled={at === 1 || undefined} onClick={() => turn(at - 1)}>
          {t('conference.before')}
        </Button>
        <span aria-live="polite">{t('conference.at', { at, of: slides.length })}</span>
        <Button aria-disabled={at === slides.length || undefined} onClick={() => turn(at + 1)}>
          {t('conference.next')}
        </Button>
        <Button look="plain" onClick={() => void document.querySelector('.conference')?.requestFullscreen()}>
          {t('conference.full')}
        </Button>
        <span className="quiet small">{t('conference.keys')}</span>
      </nav>
      <Sheet slide={slide} answer={answer} figureId={figureId} onFigure={setFigure} />
      <Beside answer={answer} slides={slides} heading={slide.heading} />
    </div>
  )
}

type SheetProps = { slide: Slide; answer: ReviewAnswer; figureId: string; onFigure: (id: string) => void }

function Sheet({ slide, answer, figureId, onFigure }: SheetProps) {
  const figures = { open: figureId, onFigure, moved: new Set(answer.movedFigures), disputed: new Set<string>() }
  return (
    <section className={figureId ? 'conference-sheet with-figure' : 'conference-sheet'} aria-labelledby="to">
      <h2 id="to">{slide.heading}</h2>
      <div>
        {numbered(slide.blocks).map(({ key, block }) => (
          <PaperBlock key={key} block={block} answer={answer} figures={figures} writing={false} />
        ))}
        {slide.picture && <PictureDrawn picture={slide.picture} figures={figures} />}
      </div>
      {figureId && <FigurePanel key={figureId} review={answer} figureId={figureId} onClose={() => onFigure('')} />}
    </section>
  )
}

const numbered = (blocks: Slide['blocks']) => blocks.map((block, at) => ({ block, key: `${at}` }))

/** What is said at this heading, where the report is still written; and the minutes of it all. */
function Beside({ answer, slides, heading }: { answer: ReviewAnswer; slides: Slide[]; heading: string }) {
  const desk = useAnswer<DeskAnswer>(
    'reviews.text-desk',
    { reviewId: answer.review.id },
    { every: EVERY_MS, enabled: answer.written },
  )
  if (!answer.written) return <WithoutText answer={answer} />
  return desk.data ? <Said answer={answer} desk={desk.data} slides={slides} heading={heading} /> : null
}

/** What is said is taken down in the text that the sides write together; without one the report is shown as it was compiled. */
function WithoutText({ answer }: { answer: ReviewAnswer }) {
  if (answer.review.state === 'frozen') return null
  return (
    <section className="row no-print">
      <p className="quiet">{t(answer.review.state === 'draft' ? 'conference.propose-first' : 'conference.no-text')}</p>
      <TogetherButton answer={answer} />
    </section>
  )
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: at => at + 1,
  PageDown: at => at + 1,
  ArrowLeft: at => at - 1,
  PageUp: at => at - 1,
  Home: () => 1,
  End: (_, last) => last,
}

/** Arrow keys and the keys of a presenter turn the sheets, unless somebody types. */
function useTurning(at: number, last: number, turn: (to: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      const step = STEPS[event.key]
      if (!step || typing || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      turn(step(at, last))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
