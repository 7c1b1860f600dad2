import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a file cannot be read or written. */
export const fileErrors: Errors = {
  'file.missing': bilingual(
    said(
      'There is no file "{file}".',
      'Did you mean {near}?',
      'It was looked for in "{folder}". If it is in another folder, drag it from there into this window instead of typing its name.',
    ),
    said(
      '找不到文件“{file}”。',
      '您要找的是不是 {near}？',
      '是在“{folder}”里找的。如果文件在别的文件夹，不用打文件名，把文件拖进这个窗口即可。',
    ),
  ),
  'file.directory': bilingual(
    said('"{file}" is a folder, not a file.', 'Name the files to read. In it there are: {inside}'),
    said('“{file}”是文件夹，不是文件。', '请写出要导入的文件名。里面有：{inside}'),
  ),
  'file.no-spreadsheets': bilingual(
    said(
      'There is no spreadsheet in the folder "{file}".',
      'It takes .xlsx, .xls, .ods and .csv files; those in folders inside it are not looked at.',
    ),
    said('文件夹“{file}”里没有表格。', '可以导入 .xlsx、.xls、.ods 和 .csv；不会去找里层的文件夹。'),
  ),
  'file.no-match': bilingual(
    said('No spreadsheet matches "{file}".', 'It was looked for in the folder "{folder}".'),
    said('没有与“{file}”相符的表格。', '查找的文件夹是：“{folder}”。'),
  ),
  'file.unreadable': bilingual(
    said(
      '"{file}" cannot be opened ({reason}).',
      'Check that you may read it and that no other program has locked it.',
    ),
    said('无法打开“{file}”（{reason}）。', '请确认您有权限读取，并且没有被其他程序锁住。'),
  ),
  'file.read-failed': bilingual(
    said('Reading "{file}" failed ({reason}).', "Copy the file to this computer's own disk and try again."),
    said('读取“{file}”时出错（{reason}）。', '请把文件复制到本机硬盘后再试。'),
  ),
  'file.changed': bilingual(
    said(
      '"{file}" was changed by another program while it was read. Nothing was imported.',
      'Close the program that writes it, or wait until it is done, and import the file again.',
    ),
    said(
      '读取“{file}”的过程中，它被其他程序改动了。没有导入任何内容。',
      '请关闭正在写这个文件的程序，或等它写完，再重新导入。',
    ),
  ),
  'write.exists': bilingual(
    said('"{file}" is there already; it was left as it is.', 'Use another name, or --force to replace it.'),
    said('“{file}”已经存在，没有改动它。', '请换一个文件名，或加 --force 覆盖它。'),
  ),
  'write.is-input': bilingual(
    said('"{file}" is a file this command reads; it is never written over.', 'Use another name after -o.'),
    said('“{file}”是这个命令要读取的文件，不会覆盖它。', '请在 -o 后面换一个文件名。'),
  ),
  'write.directory': bilingual(
    said('"{file}" is a folder.', 'Add a file name to it.'),
    said('“{file}”是文件夹。', '请在后面加上文件名。'),
  ),
  'write.device': bilingual(
    said('"{file}" is a device, not a file; nothing was written to it.', 'Use the name of a file.'),
    said('“{file}”是设备，不是文件，没有写入任何内容。', '请换成一个文件名。'),
  ),
  'write.no-folder': bilingual(
    said(
      'There is no folder "{folder}".',
      'Make the folder first, or write the file somewhere else.',
      'To have it made: {option}',
    ),
    said('没有文件夹“{folder}”。', '请先建好文件夹，或写到别的地方。', '要自动建好文件夹，请加 {option}'),
  ),
  'write.long-name': bilingual(
    said('"{file}" is too long for a name of a file.', 'Use a shorter name.'),
    said('文件名“{file}”太长了。', '请换一个短些的文件名。'),
  ),
  'write.reserved-name': bilingual(
    said('"{name}" cannot be the name of a file: Windows keeps it for a device.', 'Use another name.'),
    said('文件名不能用“{name}”：Windows 把它留给设备使用。', '请换一个文件名。'),
  ),
  'write.denied': bilingual(
    said('"{file}" cannot be written: the system does not allow it ({reason}).', 'Choose a folder of your own.'),
    said('无法写入“{file}”：系统不允许（{reason}）。', '请换成您自己的文件夹。'),
  ),
  'write.in-use': bilingual(
    said(
      '"{file}" is open in another program and could not be replaced.',
      'What was to be written is in "{kept}".',
      'Close it in Excel or WPS and try again, or use another name after -o.',
    ),
    said(
      '“{file}”正在被其他程序使用，无法替换。',
      '要写的内容已存为“{kept}”。',
      '请先在 Excel 或 WPS 里关闭它再试，或在 -o 后面换一个文件名。',
    ),
  ),
  'write.open': bilingual(
    said(
      '"{file}" is open in Excel or WPS; it was left as it is.',
      'Close it there and try again, or use another name after -o. If it is open nowhere, --force replaces it.',
    ),
    said(
      '“{file}”正在 Excel 或 WPS 里打开，没有改动它。',
      '请先关闭它再试，或在 -o 后面换一个文件名；如果其实没有打开，加 --force 就能覆盖。',
    ),
  ),
  'write.failed': bilingual(
    said('"{file}" could not be written ({reason}).', 'Use another name or another folder.'),
    said('无法写入“{file}”（{reason}）。', '请换一个文件名或文件夹。'),
  ),
  'disk.full': bilingual(
    said('The disk is full: "{file}" could not be written. Nothing was changed.', 'Make room and try again.'),
    said('磁盘已满，无法写入“{file}”。没有任何改动。', '请腾出空间后再试。'),
  ),
  'disk.failed': bilingual(
    said(
      'The disk reported an error while "{file}" was written ({reason}). Nothing was changed.',
      'Check the disk, or write somewhere else.',
    ),
    said('写入“{file}”时磁盘出错（{reason}）。没有任何改动。', '请检查磁盘，或写到别的地方。'),
  ),
  'stdout.full': bilingual(
    said('The output could not be written: the disk is full.', 'Make room and try again.'),
    said('磁盘已满，输出没有写完。', '请腾出空间后再试。'),
  ),
  'stdout.failed': bilingual(
    said('The output could not be written ({reason}).', 'Write it to a file with -o.'),
    said('输出没有写完（{reason}）。', '请用 -o 写到文件。'),
  ),
}
