/** Bullets of Word and of the web at the start of a line. */
const BULLET = /^\s*[-–—•·▪o§Øv]\s+/u

/** What is no part of the words: styles, pictures, marks of lists, comments, and what a tracked change has struck out. */
const ODD = [
  'style, script, meta, title, xml, img, svg, object, del',
  ...['mso-list:Ignore', 'mso-element:comment', 'mso-comment-reference', 'mso-hide:all', 'mso-element:annotation'].map(
    said => `[style*="${said}" i], [style*="${said.replace(':', ': ')}" i]`,
  ),
  '.MsoCommentReference, .msoDel, [class*="sdcomment" i], a[href^="#_msocom"]',
].join(', ')

/**
 * Whatever was copied, as ours: paragraphs, lines of lists and simple tables; no style, picture, comment or heading is taken over. Live
 * figures, cut from such a text, stay live.
 */
export function cleanPasted(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html')
  for (const odd of source.querySelectorAll(ODD)) odd.remove()
  const clean = document.implementation.createHTMLDocument('')
  clean.body.replaceChildren(...blocksIn(source.body, clean))
  return clean.body.innerHTML
}

const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, table, ul, ol, blockquote, section, article, header, footer'

/** The lines and tables of a part of a page, in their order; words that stand free make a paragraph. */
function blocksIn(parent: Element, clean: Document): HTMLElement[] {
  const made: HTMLElement[] = []
  let free: Node[] = []
  const close = () => {
    const line = lineOf(free, clean, parent.closest('li') !== null)
    if (line) made.push(line)
    free = []
  }
  for (const child of parent.childNodes) {
    if (!(child instanceof Element) || !(child.matches(BLOCKS) || child.querySelector(BLOCKS))) {
      free.push(child)
      continue
    }
    close()
    if (child.matches('table')) made.push(tableOf(child, clean))
    else if (child.querySelector(BLOCKS)) made.push(...blocksIn(child, clean))
    else made.push(...[lineOf([...child.childNodes], clean, isItem(child))].filter(one => one !== null))
  }
  close()
  return made
}

const isItem = (element: Element): boolean =>
  element.closest('li') !== null ||
  element.matches('p.dash, .MsoListParagraph, [class*="MsoListParagraph"], [style*="mso-list" i]')

function lineOf(nodes: readonly Node[], clean: Document, item: boolean): HTMLElement | null {
  const words = wordsOf(nodes, clean)
  const [first] = words
  if (first === undefined) return null
  const marked = typeof first === 'string' && BULLET.test(first)
  const line = clean.createElement('p')
  if (item || marked) line.className = 'dash'
  line.append(...(marked ? [first.replace(BULLET, ''), ...words.slice(1)] : words))
  return line
}

const FIGURE = 'span[data-figure]'

/** The words, without spaces around them or in a row, and the live figures among them. */
function wordsOf(nodes: readonly Node[], clean: Document): (string | HTMLElement)[] {
  const line = clean.createElement('p')
  line.append(...nodes.flatMap(node => plainOf(node, clean)))
  line.normalize()
  const pieces = [...line.childNodes]
  const words = pieces.map((node, at) => {
    if (node instanceof HTMLElement) return node
    const text = (node.textContent ?? '').replace(/\s+/gu, ' ')
    const begun = at === 0 ? text.trimStart() : text
    return at === pieces.length - 1 ? begun.trimEnd() : begun
  })
  return words.filter(word => word !== '')
}

function plainOf(node: Node, clean: Document): (string | HTMLElement)[] {
  if (!(node instanceof Element)) return [node.textContent ?? '']
  if (node.matches('br')) return [' ']
  if (!node.matches(FIGURE)) {
    const words = [...node.childNodes].flatMap(child => plainOf(child, clean))
    // The lines of a cell become one.
    return node.matches(BLOCKS) || node.matches('td, th') ? [...words, ' '] : words
  }
  const figure = clean.createElement('span')
  figure.dataset['figure'] = node.getAttribute('data-figure') ?? ''
  figure.textContent = node.textContent
  return [figure]
}

/** Cells that were joined stand apart, the words in the first of them; a table within a cell is told as its words. */
function tableOf(table: Element, clean: Document): HTMLElement {
  const made = clean.createElement('table')
  /** How many rows more a cell of an earlier row takes of each column. */
  const taken: number[] = []
  const empty = () => clean.createElement('td')
  for (const row of [...table.querySelectorAll('tr')].filter(one => one.closest('table') === table)) {
    const line = clean.createElement('tr')
    const fillUp = () => {
      while ((taken[line.children.length] ?? 0) > 0) {
        taken[line.children.length]! -= 1
        line.append(empty())
      }
    }
    for (const cell of row.children) {
      fillUp()
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      const words = empty()
      words.append(...wordsOf([...cell.childNodes], clean))
      for (const one of [words, ...Array.from({ length: across - 1 }, empty)]) {
        taken[line.children.length] = down - 1
        line.append(one)
      }
    }
    fillUp()
    if (line.children.length > 0) made.append(line)
  }
  return made
}

const MOST_SPAN = 100
const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(MOST_SPAN, Math.max(1, Math.floor(Number(cell.getAttribute(name))) || 1))
