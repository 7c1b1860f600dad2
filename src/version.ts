declare const CRM_VERSION: string | undefined

/** The program's version, written in by the build; `0.0.0` when run from the sources. */
export const version = typeof CRM_VERSION === 'string' ? CRM_VERSION : '0.0.0'
