import { forecastSection } from './forecast-section.js'
import { indicatorsSection } from './indicators-section.js'
import { productsSection } from './products-section.js'
import { qualitySection } from './quality-section.js'
import { feedbackSection, leadsSection } from './service-sections.js'
import {
  classesSection,
  cohortsSection,
  countriesSection,
  cyclesSection,
  gridSection,
  migrationSection,
  moversSection,
  segmentsSection,
} from './value-sections.js'
import type { PeriodSection } from './view.js'
import { careSection, complaintsSection, dueSection, teamSection } from './work-sections.js'

/** What is short enough to be read every week. */
export const weekAtAGlance: readonly PeriodSection[] = [
  dueSection,
  classesSection,
  moversSection,
  segmentsSection,
  complaintsSection,
]

/** Everything there is to tell of a month or quarter. */
export const wholePicture: readonly PeriodSection[] = [
  indicatorsSection,
  dueSection,
  teamSection,
  classesSection,
  moversSection,
  segmentsSection,
  gridSection,
  migrationSection,
  cohortsSection,
  cyclesSection,
  countriesSection,
  productsSection,
  leadsSection,
  complaintsSection,
  feedbackSection,
  careSection,
  forecastSection,
  qualitySection,
]
