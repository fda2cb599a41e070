import { Failure } from '../model/failure.ts'

/** A kind of file that is not read, told by its first bytes. */
interface Foreign {
  readonly code: string
  readonly is: string
  readonly advice: string
  readonly matches: (bytes: Uint8Array) => boolean
}

const opens = (signature: readonly number[]) => (bytes: Uint8Array) => signature.every((byte, at) => bytes[at] === byte)
const OLE = opens([0xd0, 0xcf, 0x11, 0xe0])

/** Old and locked Office files are both compound files; the locked ones name a stream EncryptedPackage, in UTF-16. */
function isLocked(bytes: Uint8Array): boolean {
  return OLE(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED)
}

const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

/** The first lines of a text file, to tell XML and archives of pages by. */
function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 2000))
}

const FOREIGN: readonly Foreign[] = [
  {
    code: 'ENCRYPTED_FILE',
    is: 'a Word document locked with a password',
    advice: 'open it with the password, take the password off (文件 › 信息 › 保护文档) and save it as .docx',
    matches: isLocked,
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    is: 'an old Word or WPS file (.doc, .wps)',
    advice: 'open it in Word or WPS and save it as .docx',
    matches: OLE,
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    is: 'RTF',
    advice: 'open it in Word or WPS and save it as .docx',
    matches: opens([0x7b, 0x5c, 0x72, 0x74, 0x66]),
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    is: 'Word XML',
    advice: 'open it in Word and save it as .docx',
    matches: (bytes) =>
      /^[^<]{0,10}<\?xml[^>]{0,200}>\s*<(?:\?mso-application|w:wordDocument|pkg:package)/.test(headOf(bytes)),
  },
  {
    code: 'UNSUPPORTED_FORMAT',
    is: 'a web archive (.mht)',
    advice: 'open it in a browser and save it as a web page, HTML only',
    matches: (bytes) => /^(?:From:|MIME-Version:)[\s\S]{0,1900}multipart\/related/i.test(headOf(bytes)),
  },
]

/**
 * Refuses files that there is no reader for.
 * @throws Failure ENCRYPTED_FILE, UNSUPPORTED_FORMAT, with what to do
 */
export function refuseForeign(bytes: Uint8Array, name: string): void {
  const found = FOREIGN.find(({ matches }) => matches(bytes))
  if (found === undefined) return
  const { code, is, advice } = found
  throw new Failure(code, `${name} is ${is}, which is not read: ${advice}`)
}
