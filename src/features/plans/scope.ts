/** The places of which each has to reach a target. */
export type PlaceLevel = 'commune' | 'village'

/** Words for a village and what is like one (NĐ 185/2026/NĐ-CP, Điều 2). */
const VILLAGE =
  /(?<!\p{L})(thôn|xóm|làng|ấp|(?<!văn |cơ )bản(?! tin)|buôn|bon|phum|(?<!chăm )sóc|tổ dân phố|khu phố|khối phố|khóm|tiểu khu|khu dân cư)(?!\p{L})/iu
const COMMUNE = /(?<!\p{L})((?<!hợp tác |thị )xã(?! hội)|phường|đặc khu)(?!\p{L})/iu

/** Of which places each has to reach a target of this scope: "xã biên giới", "thôn xen ghép". The first that is named; null for a scope of time. */
export function levelOfScope(per: string | null): PlaceLevel | null {
  const [village, commune] = [VILLAGE, COMMUNE].map(words => per?.normalize('NFC').search(words) ?? -1) as [number, number]
  if (village < 0) return commune < 0 ? null : 'commune'
  return commune >= 0 && commune < village ? 'commune' : 'village'
}

/** A target that each commune or village has to reach: so much of a unit, in each. */
export const isPerPlace = ({ least, unit, per }: { least: number | null; unit: string | null; per: string | null }): boolean =>
  (least ?? 0) > 0 && unit !== null && levelOfScope(per) !== null
