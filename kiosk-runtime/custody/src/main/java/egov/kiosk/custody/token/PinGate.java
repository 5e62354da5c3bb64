package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.PrivateFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The only place that presents a PIN. It reads the PIN file afresh each time and keeps nothing of
 * it; it withholds a PIN that the device refused before, and any PIN when the device bears two
 * wrong ones or fewer. When a device answers a PIN with an error that says neither yes nor no, the
 * PIN counts as refused unless the device shows that it did not count it.
 */
final class PinGate {
  /** At this many left the last ones belong to a human. */
  private static final int KEPT_BACK = 2;

  private final Path pinFile;
  private final PinMemory memory;
  private final String device;
  private final InstantSource clock;

  PinGate(Path pinFile, PinMemory memory, String device, InstantSource clock) {
    this.pinFile = Objects.requireNonNull(pinFile, "pinFile");
    this.memory = Objects.requireNonNull(memory, "memory");
    this.device = Objects.requireNonNull(device, "device");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  void login(Token token) throws CryptoException {
    byte[] pin = PrivateFile.readWord(pinFile);
    try {
      var refusedAt = memory.refusedAt(pin);
      if (refusedAt.isPresent()) {
        throw TokenFault.withheld(device, refusedAt.get(), memory.place());
      }
      OptionalInt left = token.triesLeft();
      if (left.isPresent() && left.getAsInt() == 0) {
        throw TokenFault.locked(device);
      }
      if (left.isPresent() && left.getAsInt() <= KEPT_BACK) {
        throw TokenFault.triesLow(device, left.getAsInt());
      }
      present(token, pin, left);
    } finally {
      Arrays.fill(pin, (byte) 0);
    }
  }

  private void present(Token token, byte[] pin, OptionalInt before) throws CryptoException {
    try {
      token.login(pin);
      memory.accepted();
    } catch (CryptoException e) {
      boolean clear =
          e.fault() == CryptoFault.PIN_REFUSED || e.fault() == CryptoFault.DEVICE_LOCKED;
      if (clear || (e.fault() == CryptoFault.DEVICE_FAULT && !uncounted(token, before))) {
        memory.refused(pin, clock.instant().truncatedTo(ChronoUnit.SECONDS));
      }
      throw e;
    }
  }

  private static boolean uncounted(Token token, OptionalInt before) {
    try {
      OptionalInt now = token.triesLeft();
      return before.isPresent() && now.isPresent() && now.getAsInt() >= before.getAsInt();
    } catch (CryptoException e) {
      return false;
    }
  }
}
