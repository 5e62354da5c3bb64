/**
 * An 80 mm thermal receipt printer that speaks ESC/POS on TCP and prints to PNG files.
 *
 * <pre>
 *   socket -> RealTimeWatch -> ReceiveBuffer -> Interpreter -> Roll -> SlipFolder
 *                  |                               |
 *                  +------------ Panel ------------+   (paper, cover, hang)
 * </pre>
 *
 * <p>Written from the public command descriptions of ESC/POS printers for the Chinese market.
 * Real-time status requests are answered when they arrive, everything else when the paper moves.
 */
package egov.kiosk.emulator.printer;
