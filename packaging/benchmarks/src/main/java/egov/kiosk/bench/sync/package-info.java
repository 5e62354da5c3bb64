/**
 * Benchmarks of the way to the platform: queue, drain and gateway, each against a peer or a
 * physical limit in the same run, on the same disk and with the same broker, alternating in short
 * rounds. A figure is the median of the rounds' ratios, so that what else the machine does falls on
 * both sides.
 */
package egov.kiosk.bench.sync;
