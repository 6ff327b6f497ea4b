/** Name of the file that marks a folder of invented data, for people and for programs. */
export const MARKER = 'SYNTHETISCH.txt';
