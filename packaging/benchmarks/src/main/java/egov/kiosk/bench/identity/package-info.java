/** Face verification: its cost over bare forward passes, its errors, and attacks on it. */
package egov.kiosk.bench.identity;
