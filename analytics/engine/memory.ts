/** Beside the engine, the machine holds this program and whatever else runs there. */
const SHARE = 0.8;

/**
 * Memory that an engine may use when nobody says otherwise, as its setting has it.
 * @param machine bytes of memory of the machine, or as much as it gives this program
 */
export function usualMemory(machine: number): string {
	return `${Math.floor((SHARE * machine) / 2 ** 20)}MiB`;
}
