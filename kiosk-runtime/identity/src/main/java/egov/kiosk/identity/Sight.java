package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.device.Camera;
import java.util.Optional;

/**
 * What a look sees with: its frames and, if there is one, an infrared camera beside them, which is
 * on until this is closed.
 */
record Sight(FrameSource frames, Optional<InfraredWatch> infrared) implements AutoCloseable {
  static Sight of(FrameSource frames, Optional<? extends Camera> infrared, FaceReader reader) {
    if (infrared.isEmpty()) {
      return new Sight(frames, Optional.empty());
    }
    InfraredWatch watch = new InfraredWatch(frames, infrared.get(), reader::infrared);
    return new Sight(watch, Optional.of(watch));
  }

  @Override
  public void close() {
    infrared.ifPresent(InfraredWatch::close);
  }
}
