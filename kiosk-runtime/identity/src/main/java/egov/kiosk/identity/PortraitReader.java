package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes a card's photo block with whichever decoder recognises it. */
final class PortraitReader {
  private static final Logger LOG = LoggerFactory.getLogger(PortraitReader.class);

  private final List<PortraitDecoder> decoders;

  PortraitReader(List<PortraitDecoder> decoders) {
    this.decoders = List.copyOf(decoders);
  }

  /**
   * The portrait's pixels, to be closed by the caller.
   *
   * @throws FaceUnavailableException with {@link Reason#NO_PORTRAIT}
   */
  PortraitPicture read(Portrait portrait) throws FaceUnavailableException {
    if (portrait.isEmpty()) {
      throw noPortrait("the card carries no portrait");
    }
    byte[] block = portrait.bytes();
    try {
      for (PortraitDecoder decoder : decoders) {
        if (decoder.recognises(block)) {
          return decode(decoder, block);
        }
      }
    } finally {
      Arrays.fill(block, (byte) 0);
    }
    throw noPortrait("no installed decoder knows the card's portrait");
  }

  private static PortraitPicture decode(PortraitDecoder decoder, byte[] block)
      throws FaceUnavailableException {
    try {
      return decoder.decode(block);
    } catch (PortraitRefusedException e) {
      LOG.warn("portrait refused by decoder {}: {}", decoder.name(), e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      // A site's library is not ours to trust: whatever it throws, the citizen gets the other way.
      LOG.error("portrait decoder {} failed: {}", decoder.name(), e.getClass().getName());
    }
    throw noPortrait("the card's portrait cannot be decoded");
  }

  private static FaceUnavailableException noPortrait(String message) {
    return new FaceUnavailableException(Reason.NO_PORTRAIT, message);
  }
}
