import { InputError } from '../../errors.ts';
import { DamagedFileError, type ByteReader } from './byte-reader.ts';

/** The first 176 bytes of a system file. */
export interface Header {
	readonly compression: 'none' | 'bytecode' | 'zlib';
	readonly bias: number;
	/** Number of records, or null when it is not told. */
	readonly records: number | null;
}

const COMPRESSIONS = ['none', 'bytecode', 'zlib'] as const;

/** Reads the header, and sets the reader to the byte order of the file. @throws InputError when it is no such file */
export function readHeader(path: string, reader: ByteReader): Header {
	const magic = reader.size < 4 ? '' : reader.bytes(4).toString('latin1');
	if (magic !== '$FL2' && magic !== '$FL3')
		throw new InputError(`${path}: the file is no SPSS system file. Export it from SPSS as .sav or .zsav.`);
	reader.skip(60);
	setByteOrder(reader);
	reader.skip(4);
	const compression = COMPRESSIONS[reader.int32()];
	if (compression === undefined || (compression === 'zlib') !== (magic === '$FL3'))
		throw new DamagedFileError('its kind of compression is unknown');
	reader.skip(4);
	const records = reader.int32();
	const bias = reader.double();
	if (!Number.isFinite(bias)) throw new DamagedFileError('its compression has no bias');
	reader.skip(9 + 8 + 64 + 3);
	return { compression, bias, records: records < 0 ? null : records };
}

/** The layout code is 2 or 3 in the byte order of the file. */
function setByteOrder(reader: ByteReader): void {
	const layout = Buffer.from(reader.bytes(4));
	const isLayout = (code: number) => code === 2 || code === 3;
	reader.littleEndian = isLayout(layout.readInt32LE());
	if (!reader.littleEndian && !isLayout(layout.readInt32BE())) throw new DamagedFileError('its layout is unknown');
}
