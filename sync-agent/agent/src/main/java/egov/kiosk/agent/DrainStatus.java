package egov.kiosk.agent;

/**
 * The drain at one moment.
 *
 * @param underWay messages that take up a place in the window
 * @param parked messages the broker refuses for now
 * @param oversize messages larger than the uplink takes
 * @param late messages sent more than once, still without a receipt
 */
record DrainStatus(int underWay, int parked, int oversize, int late) {
  static final DrainStatus NOTHING = new DrainStatus(0, 0, 0, 0);
}
