/**
 * A fleet in one process: many light kiosks with keys and certificates of their own against one
 * real broker, one real gateway and one real database. What is measured is what each of those
 * spends, in processor time of its own process, so that figures of a shared machine can be divided
 * by cores.
 */
package egov.kiosk.bench.fleet;
