/**
 * What happens when a part of the kiosk fails (看护): the part is started again, then the process,
 * then the machine, and when nothing helps the kiosk says so and serves nobody.
 */
package egov.kiosk.watch;
