import type { Preset } from '../core/report/preset.js'
import { google } from './google.js'
import { klaviyo } from './klaviyo.js'
import { mailchimp } from './mailchimp.js'
import { outlook } from './outlook.js'

/** Every program a contact list can be written for, as `--preset` names them. */
export const presets: readonly Preset[] = [mailchimp, klaviyo, google, outlook]
