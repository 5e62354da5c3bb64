package egov.kiosk.crypto.rest;

import egov.kiosk.domain.rest.RestKeyId;
import java.nio.file.Path;

/** Hears of what happens to data keys, on the thread that makes it happen; returns quickly. */
public interface KeyEvents {
  /** A new key is current. */
  void made(RestKeyId key);

  /** A former key nobody uses any more is gone. */
  void destroyed(RestKeyId key);

  /**
   * File and copy were both damaged and are set aside: what was sealed under their keys cannot be
   * opened any more.
   */
  void lost(Path aside);

  /** Whom nobody told of anything. */
  KeyEvents NONE =
      new KeyEvents() {
        @Override
        public void made(RestKeyId key) {
          // Nobody listens.
        }

        @Override
        public void destroyed(RestKeyId key) {
          // Nobody listens.
        }

        @Override
        public void lost(Path aside) {
          // Nobody listens.
        }
      };
}
