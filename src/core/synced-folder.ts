/** Folders that programs keep equal on several computers, by how they are called. */
const synced: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
  ['OneDrive', /^onedrive( - .+|-.+)?$/i],
  ['Dropbox', /^dropbox( \(.+\))?$/i],
  ['iCloud', /^(mobile documents|icloud ?drive|com~apple~clouddocs)$/i],
  ['Google Drive', /^(google ?drive.*|my drive|我的云端硬盘)$/i],
  ['坚果云', /^(nutstore.*|我?的?坚果云.*)$/i],
  ['百度网盘', /^(baidu(syncdisk|netdisk.*|yun.*)|百度(网盘|云).*)$/i],
  ['WPS 云盘', /^(wps ?drive|wps ?云盘|wps ?cloud ?files)$/i],
  ['Nextcloud', /^(nextcloud|owncloud|seafile|syncthing|sync)$/i],
  ['Box', /^(box|box sync|pcloud ?drive)$/i],
]

/** The program that keeps a folder of the path on several computers, by its name; null where none is known to. */
export function syncedFolder(path: string): string | null {
  const parts = path.split(/[\\/]/)
  return synced.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? null
}
