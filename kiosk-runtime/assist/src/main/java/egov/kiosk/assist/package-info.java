/**
 * Help for people who cannot read the screen or type on it. Every program that does the work runs
 * as a process of its own: its crash, hang or absence costs the help and nothing else.
 */
package egov.kiosk.assist;
