package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.identity.vision.Embedding;
import java.util.Objects;
import java.util.Optional;

/**
 * What one live frame showed.
 *
 * @param hint what would help; {@link FaceHint#NONE} when the frame is usable
 * @param face the face's vector, to be closed by whoever holds this; empty when the frame is not
 *     usable
 */
record FrameView(FaceHint hint, Optional<Embedding> face) implements AutoCloseable {
  FrameView {
    Objects.requireNonNull(hint, "hint");
    Objects.requireNonNull(face, "face");
  }

  static FrameView unusable(FaceHint hint) {
    return new FrameView(hint, Optional.empty());
  }

  @Override
  public void close() {
    face.ifPresent(Embedding::close);
  }
}
