package egov.kiosk.domain.device;

import java.time.Duration;
import java.util.Optional;

/**
 * A reader of codes on telephones. One command at a time: a second caller gets {@link
 * FaultCode#BUSY} at once. Every wait ends early when the calling thread is interrupted.
 *
 * <p>What is shown while nobody waits is thrown away unread, so that a code never reaches the
 * session after the one it was shown in.
 */
public interface CodeScanner extends Device {
  /**
   * Waits for one code.
   *
   * @param kind what the citizen chose; decides on the characters and the length allowed
   * @param timeout how long to wait
   * @return empty when none was shown in time; to be closed by the caller, and closes by itself 60
   *     s after it was read
   * @throws DeviceException {@link FaultCode#CODE_REFUSED} when what came is no such code or was
   *     used before
   * @throws InterruptedException when the session ended meanwhile
   */
  Optional<ScannedCode> scan(CodeKind kind, Duration timeout)
      throws DeviceException, InterruptedException;
}
