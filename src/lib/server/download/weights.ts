/** As how many light downloads a file with a whole release counts. */
export const WHOLE_RELEASE = 10;
