package egov.kiosk.identity;

import egov.kiosk.identity.vision.FaceEngine;
import java.util.Objects;
import java.util.Optional;

/**
 * A pack whose models are in memory.
 *
 * @param engine the models
 * @param refusal why it is not the pack that should be in service, if it is not
 */
record LoadedPack(FaceEngine engine, Optional<String> refusal) {
  LoadedPack {
    Objects.requireNonNull(engine, "engine");
  }
}
