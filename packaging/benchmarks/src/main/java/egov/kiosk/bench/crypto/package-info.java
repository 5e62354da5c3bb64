/**
 * Benchmarks of trust: national cryptography against the openssl command and against its own bare
 * parts, on one core, in processor time, as medians after a warm-up.
 */
package egov.kiosk.bench.crypto;
