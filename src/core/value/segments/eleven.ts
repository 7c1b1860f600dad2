import { bilingual } from '../../values/lang.js'
import { segment, type Vocabulary } from './vocabulary.js'

/** The eleven segments by RFM code (ALGORITHMS §2.1), after the list published for Squeezely and Spotler Activate. */
export const eleven: Vocabulary = {
  name: 'eleven',
  digits: 'scores',
  words: bilingual({ meaning: 'eleven segments by R, F and M' }, { meaning: '按R、F、M分为十一群' }),
  segments: [
    segment('champions', '555 554 544 545 454 455 445', 'Champions', '核心客户'),
    segment('loyal', '543 444 435 355 354 345 344 335', 'Loyal', '忠诚客户'),
    segment(
      'potential-loyalist',
      '553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323',
      'Potential loyalist',
      '潜在忠诚客户',
    ),
    segment('new', '512 511 422 421 412 411 311', 'New', '新客户'),
    segment('promising', '525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313', 'Promising', '有潜力客户'),
    segment('need-attention', '535 534 443 434 343 334 325 324', 'Need attention', '需要关注'),
    segment('about-to-sleep', '331 321 312 221 213 231 241 251', 'About to sleep', '即将沉睡'),
    segment(
      'at-risk',
      '255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124',
      'At risk',
      '流失风险',
    ),
    segment('cannot-lose', '155 154 144 214 215 115 114 113', 'Cannot lose', '不能流失'),
    segment('hibernating', '332 322 233 232 223 222 132 123 122 212 211', 'Hibernating', '沉睡客户'),
    segment('lost', '111 112 121 131 141 151', 'Lost', '已流失'),
  ],
}
