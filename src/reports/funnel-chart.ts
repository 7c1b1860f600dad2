import { stageReach } from '../core/follow-up/leads/funnel.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import { LEAD_STAGES, leadWords } from '../core/follow-up/leads/words.js'
import type { ReportInput } from '../core/report/build.js'
import type { Chart, StepsChart } from '../core/report/chart.js'
import type { Table } from '../core/report/table.js'
import { joined } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { grouped } from '../core/values/plural.js'
import { percentText } from './notes.js'

const words = bilingual(
  {
    title: (ordered: number, begun: number, valid: number, share: string) =>
      `Of ${grouped(valid)} valid leads, ${grouped(begun)} reached a stage and ${grouped(ordered)} got to an order or ${ordered === 1 ? 'was' : 'were'} won (${share})`,
    one: (ordered: number) =>
      ordered === 1
        ? 'The one valid lead got to an order or was won'
        : 'The one valid lead has neither ordered nor been won yet',
    told: (share: string, stage: string) => `${share} of ${stage}`,
    step: (stage: string, n: number) => `${stage} ${grouped(n)}`,
    alt: (told: string) => `Funnel of leads by how far they got: ${told}.`,
  },
  {
    title: (ordered, begun, valid, share) =>
      `${grouped(valid)}位有效意向客户中，${grouped(begun)}位已进入跟进阶段，${grouped(ordered)}位已下单或成交（${share}）`,
    one: (ordered) => (ordered === 1 ? '仅有的1位有效意向客户已下单或成交' : '仅有的1位有效意向客户还没有下单或成交'),
    told: (share, stage) => `占${stage}的${share}`,
    step: (stage, n) => `${stage}${grouped(n)}位`,
    alt: (told) => `意向客户漏斗，走到各阶段的人数：${told}。`,
  },
)

/** How far leads got, stage by stage; `table` holds the figures; none before anybody reached the first stage. */
export function funnelCharts({ lang }: ReportInput, known: readonly Lead[], table: Table): readonly Chart[] {
  const reach = stageReach(known)
  const [begun, ordered] = [reach[0]!.reached, reach.at(-1)!.reached]
  if (begun === 0) return []
  const valid = known.filter(({ outcome }) => outcome !== 'invalid').length
  const say = words[lang]
  const { stages } = leadWords[lang]
  const nameAt = (at: number) => stages[LEAD_STAGES[at]!]
  const chart: StepsChart = {
    key: 'funnel',
    kind: 'steps',
    title: valid === 1 ? say.one(ordered) : say.title(ordered, begun, valid, percentText(ordered / valid)),
    alt: say.alt(
      joined(
        reach.map(({ reached }, at) => say.step(nameAt(at), reached)),
        lang,
      ),
    ),
    steps: reach.map(({ reached, conversion }, at) => ({
      label: nameAt(at),
      value: reached,
      ...(conversion === null ? {} : { told: say.told(percentText(conversion), nameAt(at - 1)) }),
    })),
    measure: { kind: 'count' },
    table,
  }
  return [chart]
}
