/** The untrusted way updates come by: hawkBit's Direct Device Integration API, version 1. */
package egov.kiosk.updates.ddi;
