/**
 * One citizen's session (办事会话), from the item to the card taken back. Here is the desk that ties it
 * together: the one open session, its lock, its two threads and whom it tells. What it stands on
 * lies below, each package knowing only those before it: {@code surroundings}, {@code session},
 * {@code view}, {@code help}, {@code step}.
 */
package egov.kiosk.flow;
