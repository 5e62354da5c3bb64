package egov.kiosk.emulator.printer;

import java.io.IOException;

/** The printer's socket, whatever its shape. */
interface HostSide extends AutoCloseable {
  /** What is said of it when the printer is ready: {@code key=value}. */
  String ready();

  /** Sends one status byte to the host, if there is one. Thread safe. */
  void answer(int status);

  /** Puts the plug in; nothing when it is in. */
  void plug() throws IOException;

  /** Pulls the plug; nothing when it is out. */
  void unplug();

  @Override
  void close() throws IOException;
}
