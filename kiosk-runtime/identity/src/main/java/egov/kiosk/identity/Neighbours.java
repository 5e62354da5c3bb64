package egov.kiosk.identity;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.identity.portrait.PortraitDecoder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Whom a verifier works with, as they are at the moment of asking.
 *
 * @param decoders the decoders of card portraits a site has installed
 * @param infrared the infrared camera, if there is one
 * @param audit told which face pack serves, at the start and when it changes; from the thread that
 *     asks for a pack
 */
public record Neighbours(
    Supplier<List<PortraitDecoder>> decoders,
    Supplier<Optional<? extends Camera>> infrared,
    Consumer<AuditEvent> audit) {
  public Neighbours {
    Objects.requireNonNull(decoders, "decoders");
    Objects.requireNonNull(infrared, "infrared");
    Objects.requireNonNull(audit, "audit");
  }

  /** No infrared camera, and nobody who records. */
  public static Neighbours of(Supplier<List<PortraitDecoder>> decoders) {
    return new Neighbours(decoders, Optional::empty, event -> {});
  }
}
