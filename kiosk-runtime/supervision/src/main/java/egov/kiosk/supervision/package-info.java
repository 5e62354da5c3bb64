/**
 * What systemd hears of the runtime (sd_notify): ready, still making progress, stopping. The
 * protocol is that of sd_notify(3): one datagram of {@code NAME=VALUE} lines on a Unix socket.
 */
package egov.kiosk.supervision;
