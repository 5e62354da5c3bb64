/**
 * What is known of one citizen's session: the state table, the answers, papers and cards, and what
 * was handed in. Changed under the desk's lock only; wiped at its end.
 */
package egov.kiosk.flow.session;
