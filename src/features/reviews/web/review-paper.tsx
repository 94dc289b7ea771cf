import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import { AnnexTable } from './annex-table.tsx'
import { AskedSection } from './asked-section.tsx'
import { PaperHead } from './paper-head.tsx'
import { Pictures } from './pictures.tsx'
import { type FigureProps, Pieces } from './pieces.tsx'
import type { Block, ReviewAnswer, Sentence } from './types.ts'

type PaperProps = {
  answer: ReviewAnswer
  /** The figure that is open, '' for none. */
  open: string
  /** Opens a figure; null where figures are only read. */
  onFigure: ((id: string) => void) | null
  /** Whether the asked sections can be written here. */
  writing: boolean
}

/** The report on the screen, set like the paper. */
export function ReviewPaper({ answer, open, onFigure, writing }: PaperProps) {
  const { compiled, movedFigures, disputes, review } = answer
  const standing = review.state === 'frozen' ? [] : disputes.filter(one => one.closedAt === null)
  const figures: FigureProps = {
    open,
    onFigure,
    moved: new Set(movedFigures),
    disputed: new Set(standing.map(one => one.figureId)),
  }
  return (
    <article className="review-paper">
      <PaperHead answer={answer} />
      {keyed(compiled.blocks).map(({ key, block }) => (
        <PaperBlock key={key} block={block} answer={answer} figures={figures} writing={writing} />
      ))}
      <PaperFoot answer={answer} />
      {compiled.annex.length > 0 && <AnnexTable compiled={compiled} figures={figures} />}
      {compiled.pictures && compiled.pictures.length > 0 && <Pictures pictures={compiled.pictures} figures={figures} />}
    </article>
  )
}

/** Blocks have no identity of their own: kind and place in the report are it, and an asked section keeps its name. */
const keyed = (blocks: Block[]) =>
  blocks.map((block, at) => ({ block, key: block.kind === 'asked' ? block.section : `${block.kind} ${at}` }))

type BlockProps = { block: Block; answer: ReviewAnswer; figures: FigureProps; writing: boolean }

/** One block as the paper sets it. */
export function PaperBlock({ block, answer, figures, writing }: BlockProps) {
  if (block.kind === 'asked') return <AskedSection block={block} answer={answer} writing={writing} />
  if (block.kind === 'heading') return <PaperHeading block={block} programmeId={answer.review.programmeId} />
  if (block.kind === 'table') return <PaperTable rows={block.rows} figures={figures} />
  return (
    <p className={block.dash ? 'dash' : undefined}>
      {block.dash && '- '}
      {block.lead && <i>{block.lead}: </i>}
      <Pieces pieces={block.pieces} figures={figures} />
    </p>
  )
}

/** A table of the text; its first row is the head. */
function PaperTable({ rows: [head = [], ...rows], figures }: { rows: Sentence[][]; figures: FigureProps }) {
  return (
    <div className="annex-frame">
      <table>
        <thead>
          <tr>
            {numbered(head).map(({ key, cell }) => (
              <th key={key} scope="col">
                <Pieces pieces={cell} figures={figures} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows).map(({ key, cell: row }) => (
            <tr key={key}>
              {numbered(row).map(one => (
                <td key={one.key}>
                  <Pieces pieces={one.cell} figures={figures} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const numbered = <T,>(cells: readonly T[]) => cells.map((cell, at) => ({ key: `${at}`, cell }))

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

function PaperHeading({ block, programmeId }: { block: Extract<Block, { kind: 'heading' }>; programmeId: string }) {
  const Tag = HEADINGS[block.level]
  const text = `${block.label} ${block.text}`
  return (
    <Tag>
      {block.clausePath ? <Go to={`/chuong-trinh/${programmeId}#${encodeURIComponent(block.clausePath)}`}>{text}</Go> : text}
    </Tag>
  )
}

/** Each line ends with a semicolon, the last one with a full stop (NĐ 30, Phụ lục I). */
const recipientLine = (line: string, last: boolean): string => `- ${line.replace(/[\s.,;/]+$/u, '')}${last ? '.' : ';'}`

/** Who gets it at the left; the sides at the right and left of each other, the lead at the right. */
function PaperFoot({ answer: { compiled, signatures } }: { answer: ReviewAnswer }) {
  const { recipients } = compiled.head
  return (
    <footer className="paper-foot">
      <div className="paper-signatures">
        {signatures.toReversed().map(({ bodyId, authority, position, body, name }) => (
          <div key={bodyId}>
            {authority && <p>{authority}</p>}
            <p>{body}</p>
            {position && <p>{position}</p>}
            {name && <p className="signer-name">{name}</p>}
          </div>
        ))}
      </div>
      <div className="paper-recipients">
        <p>{t('reviews.recipients')}</p>
        <ul>
          {recipients.map((line, at) => (
            <li key={line}>{recipientLine(line, at === recipients.length - 1)}</li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
