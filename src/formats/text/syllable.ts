/** Whether a word could be a Vietnamese syllable: what tells a right decoding from a wrong one. */

const ONSETS = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu?|th|tr|[bcdđghklmnprstvx])/

const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oan oang oanh oat oay oăc oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uai uan uang uanh uach uat uay uăn uăng uăc uăt uân uâng uât uây uâc ' +
    'uc ue uen uet ueo uê uên uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uơ ' +
    'ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt'
  ).split(' '),
)

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** @param word one word, any case, without punctuation */
export const isSyllable = (word: string): boolean => {
  const open = word.toLowerCase().normalize('NFD')
  const tones = open.match(TONES) ?? []
  if (tones.length > 1) return false
  const bare = open.replace(TONES, '').normalize('NFC')
  const stopped = /(?:[pct]|ch)$/.test(bare)
  if (stopped && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false
  return splits(bare).some(([onset, rime]) => RIMES.has(rime) && spells(onset, rime))
}

/** "gi" may be the onset or g with i in the rime; "qu" lends its u to the rime. */
const splits = (bare: string): [onset: string, rime: string][] => {
  const onset = ONSETS.exec(bare)?.[0] ?? ''
  if (onset === 'qu') return [['q', bare.slice(1)]]
  const whole: [string, string] = [onset, bare.slice(onset.length)]
  return onset === 'gi' ? [whole, ['g', bare.slice(1)]] : [whole]
}

const spells = (onset: string, rime: string): boolean => {
  const front = /^[eêiy]/.test(rime)
  if (onset === 'c' || onset === 'ng') return !front
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front
  return onset !== 'g' || !/^[eê]/.test(rime)
}
