package egov.kiosk.uplinkmqtt.conformance;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A running broker with logins for {@link ConformanceBench#users}: a kiosk may send below its own
 * {@code up/} and {@code state/} and listen below its own {@code down/} and {@code desired/}; the
 * user {@code platform} may send and listen the other way round, for every kiosk.
 */
public interface BrokerUnderTest extends AutoCloseable {
  /** Where it listens on 127.0.0.1; the same after a restart. */
  int port();

  /** The file with a user's password, mode 0600. */
  Path passwordFile(String user);

  /** Stops and starts again, keeping sessions. */
  void restart() throws IOException;

  @Override
  void close() throws IOException;
}
