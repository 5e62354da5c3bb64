/** What may be a code: lines from a stream of bytes, rules a kind, codes used before. Pure. */
package egov.kiosk.codescanner.code;
