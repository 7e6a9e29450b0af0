/** Estates of more endpoints are asked on the command line: the page then holds no ways at all. */
export const MOST_ENDPOINTS = 2000;

/** Up to so many endpoints each has its row in the matrix; of more, one row for those that fare alike. */
export const MOST_PLACES = 200;

/** What all situations together may cost in traces. An endpoint costs a sixth of one, for sessions are solved anew. */
export const MOST_TRACES = 1200;
export const TRACES_AN_ENDPOINT = 1 / 6;

/** And so much to see what a failure takes down at all. */
export const ATTEMPTS_AN_ENDPOINT = 1 / 20;

/** Of the pairs that fare differently, so many are told hop by hop; of the rest the outcome alone. */
export const MOST_TOLD = 1000;

/** Of equal ways of one trace. */
export const MOST_WAYS = 4;
