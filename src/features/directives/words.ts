import { capital } from '../../kernel/vietnamese.ts'

type Named = { kind: string; number: string; subject: string }

/** As offices cite it: "Chỉ thị 49-CT/TW"; a law by its name, "Luật Mặt trận Tổ quốc Việt Nam". */
export const nameOfDirective = ({ kind, number, subject }: Named): string => capital(`${kind} ${number || subject}`)
