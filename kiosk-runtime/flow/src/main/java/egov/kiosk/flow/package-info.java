/**
 * One citizen's session (办事会话), from the item to the card taken back: the state table, one small
 * class for each step, and the desk that ties them together.
 */
package egov.kiosk.flow;
