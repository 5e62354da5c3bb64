/**
 * A town hall in a box, for demonstrations, end-to-end tests and benchmarks: every part is a
 * process of its own, connected only by what connects the real ones. Nothing here is product code.
 */
package egov.kiosk.town;
