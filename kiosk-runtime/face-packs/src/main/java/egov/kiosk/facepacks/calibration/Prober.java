package egov.kiosk.facepacks.calibration;

import egov.kiosk.identity.vision.Embedding;
import java.util.Optional;

/** Finds and embeds the face of an image file, as {@link egov.kiosk.identity.FaceProbe} does. */
public interface Prober {
  /** The face as it is. */
  Optional<Embedding> photo(byte[] file);

  /** The face after what an identity card does to a portrait. */
  Optional<Embedding> card(byte[] file);
}
