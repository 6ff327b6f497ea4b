/** As how many light downloads a file with a whole release counts. */
export const WHOLE_RELEASE = 10;
/** The same of a council brief, whose charts and tables are set anew for each file. */
export const BRIEF = 3;
