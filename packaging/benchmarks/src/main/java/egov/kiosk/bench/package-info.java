/**
 * Benchmarks that print ratios: what we take against what the wire, the disk or a bare peer takes,
 * both measured in the same run, alternating, after a warm-up, as medians.
 */
package egov.kiosk.bench;
