package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a look at a custody found.
 *
 * @param state what its keys can do now
 * @param why why they cannot be used; empty exactly when {@link CustodyState#READY}
 */
public record CustodyReport(CustodyState state, Optional<CryptoException> why) {
  /** All is well. */
  public static final CustodyReport READY = new CustodyReport(CustodyState.READY, Optional.empty());

  public CustodyReport {
    Objects.requireNonNull(state, "state");
    if (why.isEmpty() != (state == CustodyState.READY)) {
      throw new IllegalArgumentException("a custody is ready or has a reason not to be");
    }
  }

  /** The report of a refusal. */
  public static CustodyReport of(CryptoException refusal) {
    CustodyState state =
        switch (refusal.fault()) {
          case DEVICE_ABSENT -> CustodyState.ABSENT;
          case DEVICE_LOCKED -> CustodyState.LOCKED;
          case PIN_REFUSED, PIN_WITHHELD -> CustodyState.PIN_REFUSED;
          case DEVICE_SLOW -> CustodyState.SLOW;
          default -> CustodyState.FAULT;
        };
    return new CustodyReport(state, Optional.of(refusal));
  }
}
