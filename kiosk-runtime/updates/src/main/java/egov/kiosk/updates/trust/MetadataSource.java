package egov.kiosk.updates.trust;

import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.util.Optional;

/** Where metadata comes from: a server's artifacts, a directory, a stick. Not trusted. */
@FunctionalInterface
public interface MetadataSource {
  /**
   * Brings a file.
   *
   * @param name one of {@link Role}'s
   * @param longest how many bytes are taken at most
   * @return nothing when there is no such file
   * @throws UpdateRefusedException when it is longer
   */
  Optional<byte[]> fetch(String name, int longest) throws IOException, UpdateRefusedException;
}
