import { bilingual } from '../core/values/lang.js'

/** Words the reports of feedback share. */
export const feedbackReportWords = bilingual(
  {
    columns: {
      ...{ feedback: 'No.', kind: 'Kind', state: 'State', text: 'What was said', category: 'Category' },
      ...{ severity: 'Severity', order: 'Order', owner: 'Taken care of by', openedOn: 'Date', openDays: 'Days open' },
      ...{ promisedOn: 'Promised by', promisedTime: 'Time', responseHours: 'Hours to answer', closedOn: 'Closed on' },
      ...{ closeDays: 'Days to close', outcome: 'What was done', reopened: 'Reopened', isFiled: 'From' },
    },
    ...{ title: 'Feedback', scores: 'Scores', score: 'Score (1 to 5)', note: 'Note' },
    from: { file: 'file', hand: 'typed' },
  },
  {
    columns: {
      ...{ feedback: '反馈编号', kind: '种类', state: '状态', text: '反馈内容', category: '类别' },
      ...{ severity: '严重程度', order: '订单号', owner: '负责人', openedOn: '反馈日期', openDays: '已过天数' },
      ...{ promisedOn: '承诺处理时限', promisedTime: '钟点', responseHours: '首次答复（小时）', closedOn: '完毕日期' },
      ...{ closeDays: '处理天数', outcome: '处理结果', reopened: '重新打开次数', isFiled: '来源' },
    },
    ...{ title: '客户反馈', scores: '满意度评分', score: '评分（1至5）', note: '备注' },
    from: { file: '文件', hand: '手工登记' },
  },
)
